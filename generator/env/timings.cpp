#include "env/timings.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace kanon {
namespace {

double in_seconds(Timings::Clock::duration time) { return std::chrono::duration<double>(time).count(); }

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

void Timings::begin(Message phase) {
  end();
  phases_.push_back({std::move(phase), 0, 0});
  runs_ = true;
  begun_ = Clock::now();
  processor_begun_ = processor_seconds();
}

void Timings::end() {
  if (!runs_) return;
  phases_.back().seconds = in_seconds(Clock::now() - begun_);
  phases_.back().processor = processor_seconds() - processor_begun_;
  runs_ = false;
}

void Timings::add(std::string piece, Clock::duration took) {
  const std::lock_guard lock(mutex_);
  pieces_.push_back({std::move(piece), in_seconds(took)});
}

std::vector<Timings::Piece> Timings::slowest(std::size_t most) const {
  std::vector<Piece> slowest = pieces_;
  const std::size_t count = std::min(most, slowest.size());
  const auto slower = [](const Piece& a, const Piece& b) {
    return a.seconds != b.seconds ? a.seconds > b.seconds : a.name < b.name;
  };
  std::ranges::partial_sort(slowest, slowest.begin() + static_cast<std::ptrdiff_t>(count), slower);
  slowest.resize(count);
  return slowest;
}

void begin_phase(Timings* timings, Message phase) {
  if (timings != nullptr) timings->begin(std::move(phase));
}

}  // namespace kanon
