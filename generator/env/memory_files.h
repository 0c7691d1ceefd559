#pragma once

#include <map>

#include "env/files.h"

namespace kanon {

/// Files in memory, for tests: no folders of their own, only the paths of files.
class MemoryFiles final : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const override;
  Result<std::string> read(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  bool stays_below(const std::string& path, const std::string& folder) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) override;
  Result<void> remove(const std::string& path) override;

  const std::map<std::string, std::string>& all() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace kanon
