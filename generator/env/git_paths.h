#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "env/git_handles.h"

namespace kanon {

/// The trees of a repository that were opened. They stay open: libgit2 reads a large one anew each time it is asked
/// for, which would make reading a folder's files quadratic.
class GitTrees {
 public:
  explicit GitTrees(git_repository* repository) : repository_(repository) {}
  /// Null where it can't be read.
  const git_tree* at(const git_oid& id);

 private:
  git_repository* repository_;
  std::mutex mutex_;
  std::map<std::string, GitTreeHandle> open_;  ///< by id
};

/// What a path of a tree leads to, its symbolic links followed.
struct GitPath {
  enum class Leads { to_file, to_folder, nowhere, outside };
  Leads leads = Leads::nowhere;
  std::string path{};  ///< without links, below the top of the tree; empty for the top, and where it leads nowhere
  git_oid id{};
};

/// Follows a path from the top of a tree, at most 40 symbolic links far. One that leaves the tree leads outside.
GitPath follow(git_repository* repository, GitTrees& trees, const git_tree* top, std::string_view path);

/// The text of a symbolic link, or the bytes of a file.
std::optional<std::string> bytes_of(git_repository* repository, const git_oid& blob);

}  // namespace kanon
