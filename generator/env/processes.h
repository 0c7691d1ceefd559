#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace kanon {

/// Another program to run, with bounds.
struct Command {
  std::vector<std::string> argv;         ///< argv[0] is looked up on PATH
  std::vector<std::string> environment;  ///< the whole of it, as NAME=value
  std::string input;                     ///< standard input
  std::string folder;                    ///< working folder; empty: this program's
  std::chrono::milliseconds time_limit{60'000};
  std::optional<std::uint64_t> memory_limit;  ///< bytes of address space
};

struct Outcome {
  int status = 0;  ///< exit status; 128 + the signal where one ended it
  bool timed_out = false;
  std::string output;      ///< standard output
  std::string complaints;  ///< standard error, at most its last 64 KiB
};

class Processes {
 public:
  virtual ~Processes() = default;
  /// Runs to the end or to the time limit, at which the whole process group is killed. Fails only where the program
  /// can't be started; what its exit status is worth is for the caller to judge.
  virtual Result<Outcome> run(const Command& command) = 0;
  /// Where PATH has the program; nothing if it has not.
  virtual std::optional<std::string> find(const std::string& program) const = 0;
};

class RealProcesses final : public Processes {
 public:
  Result<Outcome> run(const Command& command) override;
  std::optional<std::string> find(const std::string& program) const override;
};

}  // namespace kanon
