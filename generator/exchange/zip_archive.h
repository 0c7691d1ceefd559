#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace kanon {

/// A zip archive in memory. All that is unpacked counts against one bound, whatever the archive says of sizes.
class ZipArchive {
 public:
  /// Nothing where the bytes are no zip archive. They must outlive this.
  static std::optional<ZipArchive> open(std::string_view bytes, std::uint64_t most_unpacked);

  /// The bytes of a member; nothing where there is none, it is damaged or encrypted, or the bound is met.
  std::optional<std::string> read(const std::string& name);
  bool is_too_large() const { return too_large_; }

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  ZipArchive(zip* archive, std::uint64_t most) : archive_(archive), left_(most) {}

  std::unique_ptr<zip, Close> archive_;
  std::uint64_t left_;
  bool too_large_ = false;
};

}  // namespace kanon
