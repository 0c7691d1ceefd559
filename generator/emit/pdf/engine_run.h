#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "emit/pdf/engine.h"
#include "emit/pdf/sandbox.h"

namespace kanon {

/// A program that prints from a folder: it finds the job's files and `page.html` there, and leaves `page.pdf`. What is
/// the same for all of them: looked for once, in a sandbox where there is one, bounded in time, its exit status not
/// believed.
class EngineProgram : public PdfEngine {
 public:
  /// `program` is looked up on PATH; Debian calls its package the same.
  EngineProgram(Processes& processes, std::string program, double time_limit_seconds)
      : processes_(processes), program_name_(std::move(program)), seconds_(time_limit_seconds) {}

  std::string name() const final;
  Result<std::string> print(const PrintJob& job) override;

 protected:
  /// What stands in page.html.
  virtual std::string page_of(const PrintJob& job) const = 0;
  /// The command line for a job in `folder`, as the program sees it.
  virtual std::vector<std::string> arguments(const std::string& program, const std::string& folder,
                                             const PrintJob& job) const = 0;
  virtual std::vector<std::string> environment(const std::string& folder) const = 0;
  /// Bytes of address space; nothing where the program reserves more than it uses.
  virtual std::optional<std::uint64_t> memory_limit() const = 0;
  bool is_in_sandbox() const { return sandbox_.has_value(); }

 private:
  void look_around() const;
  std::chrono::milliseconds time_limit() const;
  Result<Outcome> run(const PrintJob& job, const std::string& folder);

  Processes& processes_;
  std::string program_name_;
  double seconds_;
  mutable std::once_flag looked_around_;
  mutable std::optional<std::string> program_;
  mutable std::optional<Sandbox> sandbox_;
  mutable std::string name_;
};

/// What both engines are told of fonts: those of the machine and of the job, and none of the user's.
std::string font_configuration(const std::string& folder);

/// Environment that every engine gets: no display, no settings of the user's, a home of its own, UTC.
std::vector<std::string> plain_environment(const std::string& folder);

}  // namespace kanon
