#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "build/build.h"
#include "cli/console.h"

namespace kanon {

/// Tells of each PDF as it is made: its name on the progress line, and with --verbose how long it took.
class PieceTimes final : public Pieces {
 public:
  PieceTimes(const Console& console, ProgressLine& line) : console_(console), line_(line) {}

  void begin(const std::string& name) override;
  void end(const std::string& name) override;

 private:
  const Console& console_;
  ProgressLine& line_;
  std::mutex mutex_;
  std::map<std::string, std::chrono::steady_clock::time_point> begun_;
};

}  // namespace kanon
