#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace kanon {

/// A folder of its own that nobody else on the machine may enter (mode 0700), removed with all below it when this ends.
class TemporaryFolder {
 public:
  /// Below TMPDIR, else /tmp; `purpose` begins its name.
  static Result<TemporaryFolder> make(const std::string& purpose);
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  /// Absolute.
  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;  ///< empty once moved from
};

}  // namespace kanon
