#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "env/processes.h"
#include "env/temporary_folder.h"

namespace kanon::test {

/// The machine's processes, but for programs that a test puts in their place; those it leaves out aren't there.
class StagedProcesses final : public Processes {
 public:
  std::map<std::string, std::string> programs;
  std::vector<Command> run_so_far;

  Result<Outcome> run(const Command& command) override {
    run_so_far.push_back(command);
    return real_.run(command);
  }
  std::optional<std::string> find(const std::string& program) const override {
    const auto staged = programs.find(program);
    return staged == programs.end() ? std::nullopt : std::optional(staged->second);
  }

 private:
  RealProcesses real_;
};

/// A folder with an engine that is a shell script. In it, $out is where wkhtmltopdf's PDF is wanted, and $folder where
/// a job's files are.
class FakeEngine {
 public:
  explicit FakeEngine(const std::string& script, const std::string& program = "wkhtmltopdf") {
    const std::string path = folder_.path() + "/" + program;
    std::ofstream(path) << "#!/bin/sh\n[ \"$1\" = --version ] && echo " << program
                        << " 0.0.0 && exit 0\n"
                           "for out; do :; done\nfolder=${out#file://}; folder=${folder%/*}\n"
                        << script << "\n";
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    processes.programs[program] = path;
  }

  StagedProcesses processes;

 private:
  TemporaryFolder folder_ = *TemporaryFolder::make("kanon-test");
};

/// How many folders of jobs are there.
inline std::size_t left_behind() {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path())) {
    if (entry.path().filename().string().starts_with("kanon-pdf-")) ++count;
  }
  return count;
}

}  // namespace kanon::test
