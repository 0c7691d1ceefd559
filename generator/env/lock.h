#pragma once

#include <string>

#include "base/result.h"
#include "env/descriptor.h"

namespace kanon {

/// Holds a file locked until it goes, so that two runs of the program don't change the same thing at once. The system
/// lets go of it when the process ends, however it ends.
class Lock {
 public:
  /// Waits up to `seconds` for another run to finish; fails with a message that says so.
  static Result<Lock> hold(const std::string& path, unsigned seconds);

 private:
  explicit Lock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace kanon
