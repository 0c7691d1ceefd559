#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/config.h"
#include "read/parse.h"

namespace kanon {

/// A file to parse.
struct ParseJob {
  std::string path;  ///< relative to the project; names the file in findings
  std::string bytes;
  SourceForm form = SourceForm::yaml;
};

/// Whatever turns files into parsed files. A file that can't be parsed within the limits comes back empty but for a
/// `too-large` finding that says which bound it met.
class Parsers {
 public:
  virtual ~Parsers() = default;
  /// Results stand in the order of the jobs.
  virtual Result<std::vector<ParsedFile>> parse(std::vector<ParseJob> jobs) = 0;
  /// The limits for every job from now on: a project's own, once its kanon.yaml is read.
  virtual void set_limits(const Limits& limits) = 0;
};

/// In this process, without limits on time and memory: for tests and for text the program itself made.
class DirectParsers final : public Parsers {
 public:
  void set_limits(const Limits&) override {}
  Result<std::vector<ParsedFile>> parse(std::vector<ParseJob> jobs) override;
};

/// In worker processes (`PROGRAM worker`) with limits for each file; a worker that dies or runs over its time is
/// replaced.
class WorkerParsers final : public Parsers {
 public:
  WorkerParsers(std::string program, unsigned workers, Limits limits);
  ~WorkerParsers() override;
  void set_limits(const Limits& limits) override;
  Result<std::vector<ParsedFile>> parse(std::vector<ParseJob> jobs) override;

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

/// What `kanon worker` does: jobs on descriptor 0, parsed files on descriptor 1, until the end of the jobs.
int run_worker();

}  // namespace kanon
