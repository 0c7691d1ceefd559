#include "env/standard_streams.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace kanon {

bool read_input(std::string& into, std::size_t count) {
  constexpr std::size_t kStep = 1U << 20U;  // memory grows with what arrives, not with what is announced
  into.clear();
  while (into.size() < count) {
    const std::size_t used = into.size();
    into.resize(used + std::min(kStep, count - used));
    const ssize_t got = ::read(STDIN_FILENO, into.data() + used, into.size() - used);
    into.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0 || (got < 0 && errno != EINTR)) return false;
  }
  return true;
}

bool write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace kanon
