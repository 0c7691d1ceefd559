#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace kanon {

/// Watches folders for changes of what lies in them, by the system's own notices (inotify).
class FolderWatch {
 public:
  static Result<std::unique_ptr<FolderWatch>> open();
  ~FolderWatch();

  /// Watches a folder without what lies deeper, or with everything below it. Nothing there yet is fine. What is watched
  /// already stays so; folders that are made later below one are watched from then on.
  Result<void> add(const std::string& folder);
  Result<void> add_with_all_below(const std::string& folder);

  /// Waits for a change, then until nothing has changed for a moment: an editor that saves makes several. Gives the
  /// paths that changed, each once, sorted; none when `limit` has passed. A path is the folder's name as it was added,
  /// and the name in it. Where so much changed that the system lost count, the paths are the folders that are watched.
  Result<std::vector<std::string>> wait(std::chrono::milliseconds limit);

 private:
  FolderWatch();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kanon
