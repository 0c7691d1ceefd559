#include <cstring>
#include <new>
#include <string>

#include "env/own_limits.h"
#include "env/standard_streams.h"
#include "read/parsers.h"
#include "read/worker_protocol.h"

namespace kanon {
namespace {

struct Reply {
  ReplyHeader header;
  ParsedFile file;
};

Reply without_file(WorkerAnswer answer) { return {{0, static_cast<std::uint64_t>(answer)}, {}}; }

Reply parse_within_limits(const std::string& bytes, SourceForm form, const JobHeader& job) {
  OwnLimits::memory(job.memory);
  OwnLimits::cpu_time(std::chrono::milliseconds(job.milliseconds));
  try {
    ParsedFile file = parse_source(bytes, form);
    if (file.bytes().size() > job.output) return without_file(WorkerAnswer::too_much_output);
    const std::uint64_t size = file.bytes().size();
    return {{size, static_cast<std::uint64_t>(WorkerAnswer::parsed)}, std::move(file)};
  } catch (const std::bad_alloc&) {
    return without_file(WorkerAnswer::out_of_memory);
  }
}

}  // namespace

int run_worker() {
  OwnLimits::no_core_dump();
  if (!write_output(worker_greeting)) return 0;
  std::string bytes;
  while (read_input(bytes, sizeof(JobHeader))) {
    JobHeader job;
    std::memcpy(&job, bytes.data(), sizeof job);
    const auto form = form_of(job);
    if (!form) return 1;
    if (!read_input(bytes, job.size)) break;
    const Reply reply = parse_within_limits(bytes, *form, job);
    OwnLimits::no_cpu_time_limit();
    if (!write_output(bytes_of(reply.header)) || !write_output(reply.file.bytes())) break;
  }
  return 0;
}

}  // namespace kanon
