#pragma once

#include <optional>
#include <string>

#include "env/files.h"
#include "env/git_handles.h"
#include "env/git_paths.h"

namespace kanon {

/// The files of one tree of a repository, which must outlive them.
class GitFiles final : public Files {
 public:
  GitFiles(git_repository* repository, GitTreeHandle top)
      : repository_(repository), trees_(repository), top_(std::move(top)) {}

  Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const override;
  Result<std::string> read(const std::string& path) const override;
  bool is_file(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  bool stays_below(const std::string& path, const std::string& folder) const override;
  Result<void> write(const std::string& path, std::string_view bytes) override;
  Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) override;
  Result<void> remove(const std::string& path) override;

 private:
  GitPath at(const std::string& path) const { return follow(repository_, trees_, top_.get(), path); }

  git_repository* repository_;
  mutable GitTrees trees_;
  GitTreeHandle top_;
};

}  // namespace kanon
