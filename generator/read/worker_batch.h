#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "read/parsers.h"
#include "read/worker_seat.h"

namespace kanon {

/// The jobs of one call, spread over the seats of a pool. A file that ends its worker costs that worker, not the batch.
class WorkerBatch {
 public:
  WorkerBatch(std::vector<ParseJob> jobs, std::vector<WorkerSeat>& seats, const std::string& program,
              const Limits& limits);
  Result<std::vector<ParsedFile>> run();

 private:
  enum class Death { by_itself, too_slow, not_understood };

  Result<void> hand_out();
  Result<void> collect(WorkerSeat& seat);
  Result<void> bury(WorkerSeat& seat, Death death);
  void blame(std::size_t job, int status, Death death);
  void settle(std::size_t job, ParsedFile file);
  std::chrono::milliseconds until_next_deadline() const;
  bool is_too_slow(const WorkerSeat& seat) const;

  std::vector<ParseJob> jobs_;
  std::vector<WorkerSeat>& seats_;
  const std::string& program_;
  const Limits& limits_;
  std::chrono::milliseconds patience_;  ///< wall time for one file
  std::deque<std::size_t> waiting_;
  std::vector<bool> tried_again_;
  std::vector<std::optional<ParsedFile>> results_;
  std::size_t settled_ = 0;
  int stillborn_ = 0;  ///< workers that ended before they could greet
};

}  // namespace kanon
