#include "env/put_on_disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>

#include "env/descriptor.h"

namespace kanon {
namespace {

/// 0, or errno.
int synchronise(const std::string& path) {
  const Descriptor opened(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!opened.is_open()) return errno;
  // A file system without it (some of those over a network) answers EINVAL.
  return fsync(opened.number()) == 0 || errno == EINVAL ? 0 : errno;
}

}  // namespace

std::optional<NotOnDisk> put_on_disk(const std::vector<std::string>& paths) {
  constexpr std::size_t most_at_once = 8;
  std::vector<int> failed(paths.size(), 0);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) failed[i] = synchronise(paths[i]);
  };
  {
    std::vector<std::jthread> others;
    while (others.size() + 1 < std::min(paths.size(), most_at_once)) others.emplace_back(work);
    work();
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (failed[i] != 0) return NotOnDisk{paths[i], failed[i]};
  }
  return std::nullopt;
}

}  // namespace kanon
