#pragma once

#include <git2.h>

#include <memory>
#include <string>

#include "base/result.h"

namespace kanon {

// What libgit2 hands out, freed when nobody holds it any more.
template <class T, void (*free_it)(T*)>
struct FreeGit {
  void operator()(T* handle) const { free_it(handle); }
};
using GitRepositoryHandle = std::unique_ptr<git_repository, FreeGit<git_repository, git_repository_free>>;
using GitObjectHandle = std::unique_ptr<git_object, FreeGit<git_object, git_object_free>>;
using GitTreeHandle = std::unique_ptr<git_tree, FreeGit<git_tree, git_tree_free>>;
using GitBlobHandle = std::unique_ptr<git_blob, FreeGit<git_blob, git_blob_free>>;
using GitDatabaseHandle = std::unique_ptr<git_odb, FreeGit<git_odb, git_odb_free>>;

/// Why libgit2's last call failed, in its own words.
std::string git_cause();

/// The failure of a call for which there is no better word: the repository is damaged, or not all of it is here.
std::unexpected<Error> git_failure(const std::string& what);

}  // namespace kanon
