#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"

namespace kanon {

/// How long the phases of a run took, and which pieces of work took longest, by the wall clock. Safe on several
/// threads.
class Timings {
 public:
  using Clock = std::chrono::steady_clock;
  struct Phase {
    Message name;
    double seconds = 0;
    double processor = 0;  ///< seconds that this process worked, on all its threads; workers and engines not counted
  };
  struct Piece {
    std::string name;
    double seconds = 0;
  };

  /// Ends the phase at hand, if any, and begins another.
  void begin(Message phase);
  void end();
  void add(std::string piece, Clock::duration took);

  /// Those that have ended, in their order.
  const std::vector<Phase>& phases() const { return phases_; }
  /// At most that many, the slowest first.
  std::vector<Piece> slowest(std::size_t most) const;

 private:
  std::mutex mutex_;
  std::vector<Phase> phases_;
  std::vector<Piece> pieces_;
  bool runs_ = false;
  Clock::time_point begun_{};
  double processor_begun_ = 0;
};

/// The same where nobody may have asked.
void begin_phase(Timings* timings, Message phase);

/// Tells of a piece of work when it is over, where somebody asked.
class TimedPiece {
 public:
  TimedPiece(Timings* timings, std::string name) : timings_(timings), name_(std::move(name)) {
    if (timings_ != nullptr) begun_ = Timings::Clock::now();
  }
  TimedPiece(const TimedPiece&) = delete;
  TimedPiece& operator=(const TimedPiece&) = delete;
  ~TimedPiece() {
    if (timings_ != nullptr) timings_->add(std::move(name_), Timings::Clock::now() - begun_);
  }

 private:
  Timings* timings_;
  std::string name_;
  Timings::Clock::time_point begun_{};
};

}  // namespace kanon
