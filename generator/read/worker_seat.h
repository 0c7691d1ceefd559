#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "env/worker_process.h"
#include "read/parsers.h"
#include "read/worker_protocol.h"

namespace kanon {

/// One worker process with the jobs it was given and what has come back so far.
class WorkerSeat {
 public:
  using Clock = std::chrono::steady_clock;

  /// Starts the worker if there is none.
  Result<void> occupy(const std::string& program);
  bool is_occupied() const { return process_.has_value(); }
  /// Whether the process has shown that it is a worker.
  bool has_greeted() const { return greeted_; }

  void give(std::size_t index, const ParseJob& job, const Limits& limits);
  std::size_t given() const { return jobs_.size(); }
  void watch(WorkerWatch& watch) const;
  Clock::time_point busy_since() const { return busy_since_; }

  /// Sends and receives what can be without waiting.
  WorkerProcess::Line exchange();

  struct Parsed {
    std::size_t job = 0;
    ParsedFile file;
  };
  struct Refused {
    std::size_t job = 0;
    WorkerAnswer answer{};
  };
  struct Nonsense {};  ///< what came is no answer: the worker can't be trusted any more
  using Answer = std::variant<Parsed, Refused, Nonsense>;
  /// The next answer that has arrived whole.
  std::optional<Answer> next_answer(const Limits& limits);

  struct Left {
    int status = 0;                ///< of the process
    std::deque<std::size_t> jobs;  ///< unanswered; the first is the one it was at
  };
  Left vacate();

 private:
  std::optional<WorkerProcess> process_;
  bool greeted_ = false;
  std::deque<std::size_t> jobs_;
  std::string outgoing_;
  std::string incoming_;
  Clock::time_point busy_since_{};
};

}  // namespace kanon
