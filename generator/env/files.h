#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kanon {

enum class EntryKind { file, link_outside, special };

/// A file found below a folder.
struct Entry {
  std::string path;  ///< relative to the folder that was listed, with `/`
  EntryKind kind = EntryKind::file;
  std::uint64_t size = 0;
};

/// A file to be written below a folder.
struct NewFile {
  std::string path;  ///< relative to the folder, with `/`
  std::string bytes;
};

/// The disk, or a stand-in for it in memory. Paths are absolute, or relative to the working folder. The one way to
/// reach files (design invariant 1).
class Files {
 public:
  virtual ~Files() = default;

  /// Every file below a folder, sorted by path in byte order. Symbolic links are followed while they stay below `root`;
  /// one that leaves it is link_outside. A folder that isn't there is empty. `.git` and other names beginning with `.`
  /// are passed over.
  virtual Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const = 0;
  virtual Result<std::string> read(const std::string& path) const = 0;
  virtual bool is_file(const std::string& path) const = 0;
  virtual bool is_folder(const std::string& path) const = 0;
  /// Whether a path, all its symbolic links followed, stays below a folder.
  virtual bool stays_below(const std::string& path, const std::string& folder) const = 0;

  /// Writes the whole file, making the folders above it. Never leaves half a file under that name.
  virtual Result<void> write(const std::string& path, std::string_view bytes) = 0;
  /// Adds files to a folder, all of them or none: whoever looks, at any moment and after any interruption, finds the
  /// folder as it was before or as it is after. What the folder already holds stays; a file of the same path is
  /// replaced.
  virtual Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) = 0;
  /// Removes a file or a folder with all below it; nothing there is fine. Symbolic links are removed, not followed.
  virtual Result<void> remove(const std::string& path) = 0;
};

/// The machine's own disk.
class Disk final : public Files {
 public:
  Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const override;
  Result<std::string> read(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  bool stays_below(const std::string& path, const std::string& folder) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) override;
  Result<void> remove(const std::string& path) override;
};

}  // namespace kanon
