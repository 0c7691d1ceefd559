#pragma once

#include <string>
#include <vector>

#include "env/files.h"

namespace kanon {

/// Why these files can't be added to a folder, whatever it holds: paths that are absolute, hold `..`, `.` or nothing
/// between two `/`, or that occur twice or as another's folder. Wrong use.
Result<void> check_new_files(const std::vector<NewFile>& files);

/// A folder as it will be, written beside it under a hidden name (`.<name>.kanon-<process>`). What the folder holds is
/// the same files there, not copies, wherever the file system can. Nobody sees it before it takes the folder's place;
/// if it never does, it is removed, also by the next update of the same folder where the process was killed.
class FolderUpdate {
 public:
  /// Fails where the folder is a symbolic link or no folder: neither is ever followed or replaced.
  static Result<FolderUpdate> begin(const std::string& folder);
  FolderUpdate(FolderUpdate&& other) noexcept;
  FolderUpdate& operator=(FolderUpdate&&) = delete;
  ~FolderUpdate();

  /// Writes a file; one of the same path is replaced, and stays as it is in the old folder.
  Result<void> add(const NewFile& file);
  /// Makes sure that everything is on the disk, and swaps the folders in one step.
  Result<void> commit();

 private:
  FolderUpdate(std::string folder, std::string staged) : folder_(std::move(folder)), staged_(std::move(staged)) {}
  Result<void> carry_over();
  Result<void> make_folders_above(const std::string& path);
  Result<void> synchronise() const;
  Result<void> swap();

  std::string folder_;
  std::string staged_;                ///< empty once removed or moved from
  std::vector<std::string> written_;  ///< the files below `staged_` whose bytes are new
};

}  // namespace kanon
