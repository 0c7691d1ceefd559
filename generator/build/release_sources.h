#pragma once

#include <map>
#include <string>
#include <vector>

#include "build/release_run.h"
#include "env/files.h"

namespace kanon {

/// Copies of what is released, as it lies on the disk.
class ReleaseSources {
 public:
  ReleaseSources(const Files& files, const CheckedProject& checked, std::string folder)
      : files_(files), checked_(checked), folder_(std::move(folder)) {}

  /// The local files that a source's Markdown links to or shows, by path in the project, each once, sorted.
  std::vector<std::string> local_files_of(const Governed& item) const;
  /// Why some of them can't be frozen: a link that leaves the project, a pipe, one that is too large.
  Result<std::vector<Message>> obstacles(const std::vector<std::string>& local_files);
  /// The source as `<id>` with its own ending and the local files below `files/`. Fails where a file isn't as it was
  /// when the project was checked.
  Result<std::vector<NewFile>> frozen(const Governed& item, const std::vector<std::string>& local_files) const;

 private:
  Result<void> list_content();

  const Files& files_;
  const CheckedProject& checked_;
  std::string folder_;
  std::map<std::string, Entry> content_;  ///< by path in the project; listed when the first local file asks
  bool listed_ = false;
};

}  // namespace kanon
