#include "read/parsers.h"

#include <algorithm>
#include <utility>

#include "read/worker_batch.h"

namespace kanon {

Result<std::vector<ParsedFile>> DirectParsers::parse(std::vector<ParseJob> jobs) {
  std::vector<ParsedFile> files;
  files.reserve(jobs.size());
  for (const ParseJob& job : jobs) files.push_back(parse_source(job.bytes, job.form));
  return files;
}

struct WorkerParsers::Pool {
  std::string program;
  std::size_t workers = 1;
  Limits limits;
  std::vector<WorkerSeat> seats;
};

WorkerParsers::WorkerParsers(std::string program, unsigned workers, Limits limits)
    : pool_(std::make_unique<Pool>(Pool{std::move(program), std::max(workers, 1U), limits, {}})) {}

WorkerParsers::~WorkerParsers() = default;

void WorkerParsers::set_limits(const Limits& limits) { pool_->limits = limits; }

Result<std::vector<ParsedFile>> WorkerParsers::parse(std::vector<ParseJob> jobs) {
  const std::size_t useful = std::min(pool_->workers, jobs.size());
  if (pool_->seats.size() < useful) pool_->seats.resize(useful);
  auto files = WorkerBatch(std::move(jobs), pool_->seats, pool_->program, pool_->limits).run();
  // What was under way when something failed belongs to no later batch.
  if (!files) pool_->seats.clear();
  return files;
}

}  // namespace kanon
