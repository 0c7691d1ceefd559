#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace kanon {

/// A folder that is written beside another and takes its place in one step. Until `commit` the other folder stands as
/// it was; what a killed run left beside it is cleared away by the next.
class Staging {
 public:
  /// Refuses (wrong use) a folder that holds anything but a site of this program's making: there is nothing it may
  /// replace.
  static Result<Staging> begin(const std::string& folder);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  /// Puts a file into the new folder, each path once. Where the old one has the same bytes under that path, the file
  /// itself is carried over, with its modification time. Safe on several threads.
  Result<void> put(const std::string& path, std::string_view bytes);
  /// Swaps the folders and removes the old one. Leaves the old one where it is the same as the new; where few files of
  /// a large site are new or changed and none is gone, they are moved into it instead, each in one step. What a killed
  /// run had still to move, the next one moves.
  Result<void> commit();

  std::size_t changed() const { return state_->changed; }

 private:
  /// What several threads put together.
  struct State {
    std::mutex mutex;
    std::vector<std::string> same;  ///< paths of what the old folder has already
    std::unordered_set<std::string> folders;
    std::size_t changed = 0;   ///< files that are written anew
    std::size_t replaced = 0;  ///< of these, how many take the place of an old one
  };

  Staging(std::string folder, std::string staged, bool replaces)
      : folder_(std::move(folder)),
        staged_(std::move(staged)),
        replaces_(replaces),
        state_(std::make_unique<State>()) {}
  Result<void> make_folder_of(const std::string& path);
  Result<void> carry_over_same();
  Result<void> carry_over_git_files();
  std::optional<std::size_t> count_old_files() const;
  Result<void> move_in();
  Result<void> swap();

  std::string folder_;  ///< absolute, without links
  std::string staged_;  ///< empty once committed or moved from
  bool replaces_;       ///< whether there is an old folder
  std::unique_ptr<State> state_;
};

}  // namespace kanon
