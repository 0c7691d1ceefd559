#pragma once

#include <atomic>
#include <map>

#include "env/files.h"

namespace kanon {

/// Files of which some have other bytes than those on the disk: what an editor holds and has not saved, or what a
/// correction would write. Nothing is written through. A path has to be given here as it is asked for.
class OverlayFiles final : public Files {
 public:
  /// `files` must outlive these. Once `stopped` is set, reading and listing fail: whoever works on them ends soon.
  explicit OverlayFiles(const Files& files, std::map<std::string, std::string> laid_over = {},
                        const std::atomic<bool>* stopped = nullptr)
      : files_(files), laid_over_(std::move(laid_over)), stopped_(stopped) {}

  const std::map<std::string, std::string>& laid_over() const { return laid_over_; }

  Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const override;
  Result<std::string> read(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  bool stays_below(const std::string& path, const std::string& folder) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) override;
  /// Takes back what was laid over.
  Result<void> remove(const std::string& path) override;

 private:
  bool has_stopped() const { return stopped_ != nullptr && stopped_->load(std::memory_order_relaxed); }

  const Files& files_;
  std::map<std::string, std::string> laid_over_;
  const std::atomic<bool>* stopped_;
};

}  // namespace kanon
