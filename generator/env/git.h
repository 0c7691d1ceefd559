#pragma once

#include <memory>
#include <string>

#include "env/files.h"

namespace kanon {

/// A git repository, read without checking anything out and without changing it. The one door to git (design
/// invariant 1).
class GitRepository {
 public:
  /// The repository that a folder lies in. Failures say what to do: there is none, it is bare, it belongs to another
  /// user.
  static Result<GitRepository> around(const std::string& folder);

  GitRepository(GitRepository&&) noexcept;
  GitRepository& operator=(GitRepository&&) noexcept;
  ~GitRepository();

  /// A folder of the disk, by its path below the top of the working tree; empty for the top itself.
  Result<std::string> path_of(const std::string& folder) const;
  /// The 40 digits of the commit that a revision names, as git finds it: a branch, a tag, `HEAD~2`, the beginning of an
  /// id.
  Result<std::string> commit(const std::string& revision) const;
  /// The commit from which two have grown apart.
  Result<std::string> merge_base(const std::string& commit, const std::string& other) const;
  /// The files of a commit, by their paths below the top of the repository. They can be read and listed as those of a
  /// disk can, symbolic links within the repository followed; what would write fails. The repository must outlive them.
  Result<std::unique_ptr<Files>> files_of(const std::string& commit) const;

 private:
  struct Open;
  explicit GitRepository(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
};

}  // namespace kanon
