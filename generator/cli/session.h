#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/date.h"
#include "build/build.h"
#include "cli/console.h"
#include "diagnostic/render.h"
#include "env/files.h"
#include "env/processes.h"

namespace kanon {

/// What the options that every command takes say.
struct CommonOptions {
  std::string project;
  std::string date;
  unsigned jobs = 0;
  std::string language;
  std::string colour = "auto";
  bool quiet = false;
  bool verbose = false;
};

/// One run of a command: the real surroundings, and how to speak.
class Session {
 public:
  explicit Session(const CommonOptions& options);

  Console console;
  Disk files;
  RealProcesses processes;

  Date today() const { return today_; }
  unsigned jobs() const { return jobs_; }
  const CommonOptions& options() const { return options_; }

  /// The project's folder: --project, or the nearest parent with a kanon.yaml.
  Result<std::string> project_folder() const;
  /// Reads and checks the project; from then on messages are in its language, unless --lang says otherwise.
  Result<CheckedProject> check(const Online* online = nullptr, ArchiveDepth depth = ArchiveDepth::newest,
                               Timings* timings = nullptr);
  /// For commands that need no project: messages are in the language of the project they run in, if there is one.
  void speak_as_project();
  ReportContext report_context(const CheckedProject& checked) const;

 private:
  CommonOptions options_;
  Date today_;
  unsigned jobs_;
};

/// Prints the findings of a project that stops a command, and gives the exit status that follows.
ExitStatus report_findings(const Session& session, const CheckedProject& checked);

}  // namespace kanon
