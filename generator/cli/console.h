#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kanon {

enum class ExitStatus { fine = 0, content_has_errors = 1, wrong_use = 2, surroundings_failed = 3 };

/// Where the program speaks: results on standard output, everything about its work on standard error.
class Console {
 public:
  Language language = Language::da;
  bool quiet = false;
  bool verbose = false;

  void print(std::string_view text) const;
  /// A line about the work; not with --quiet.
  void say(const Message& message) const;
  /// A line only with --verbose.
  void detail(const Message& message) const;
  /// The error as people read it, and the exit status it means.
  ExitStatus fail(const Error& error) const;
};

/// A line on the terminal that follows work which takes longer than a second; nothing where standard error is no
/// terminal.
class ProgressLine {
 public:
  explicit ProgressLine(const Console& console);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Message& what, std::size_t done, std::size_t all);
  /// What is being worked on now, shown from the next time on.
  void name(const std::string& name);

 private:
  const Console& console_;
  const bool wanted_;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_{};
  bool visible_ = false;
  std::string name_;
  std::mutex mutex_;
};

}  // namespace kanon
