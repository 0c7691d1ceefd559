#include "cli/piece_times.h"

#include <fmt/format.h>

namespace kanon {

void PieceTimes::begin(const std::string& name) {
  const std::lock_guard lock(mutex_);
  begun_[name] = std::chrono::steady_clock::now();
  line_.name(name.substr(name.rfind('/') + 1));
}

void PieceTimes::end(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun_[name];
  const std::string seconds = fmt::format("{:.2f}", took.count());
  console_.detail(message("{}: {} s", "{}: {} s", name, seconds));
}

}  // namespace kanon
