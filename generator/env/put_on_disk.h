#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kanon {

/// What the disk would not take, and the errno value that says why.
struct NotOnDisk {
  std::string path;
  int error = 0;
};

/// Waits until files and folders are on the disk, so that they outlive a loss of power (fsync); nothing where all are.
/// Asks for all at once: a disk answers them together, many times quicker than in turn.
std::optional<NotOnDisk> put_on_disk(const std::vector<std::string>& paths);

}  // namespace kanon
