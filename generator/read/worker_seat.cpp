#include "read/worker_seat.h"

#include <cstring>
#include <utility>

namespace kanon {

Result<void> WorkerSeat::occupy(const std::string& program) {
  if (process_) return {};
  Result<WorkerProcess> started = WorkerProcess::start(program, {"worker"});
  if (!started) return std::unexpected(started.error());
  process_.emplace(std::move(*started));
  return {};
}

void WorkerSeat::give(std::size_t index, const ParseJob& job, const Limits& limits) {
  if (jobs_.empty()) busy_since_ = Clock::now();
  jobs_.push_back(index);
  outgoing_ += bytes_of(job_header(job.bytes, job.form, limits));
  outgoing_ += job.bytes;
}

void WorkerSeat::watch(WorkerWatch& watch) const {
  if (!process_) return;
  watch.add(*process_, outgoing_.empty() ? WorkerWatch::Interest::receive : WorkerWatch::Interest::receive_and_send);
}

WorkerProcess::Line WorkerSeat::exchange() {
  outgoing_.erase(0, process_->send(outgoing_));
  return process_->receive(incoming_);
}

std::optional<WorkerSeat::Answer> WorkerSeat::next_answer(const Limits& limits) {
  if (!greeted_) {
    if (incoming_.size() < worker_greeting.size()) return std::nullopt;
    if (!incoming_.starts_with(worker_greeting)) return Nonsense{};
    incoming_.erase(0, worker_greeting.size());
    greeted_ = true;
  }
  if (jobs_.empty() && !incoming_.empty()) return Nonsense{};
  ReplyHeader header;
  if (incoming_.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, incoming_.data(), sizeof header);
  if (header.size > limits.parse_output || header.answer > std::to_underlying(WorkerAnswer::too_much_output)) {
    return Nonsense{};
  }
  if (incoming_.size() < sizeof header + header.size) return std::nullopt;
  std::optional<ParsedFile> file;
  if (header.answer == std::to_underlying(WorkerAnswer::parsed)) {
    file = ParsedFile::adopt(incoming_.substr(sizeof header, header.size));
    if (!file) return Nonsense{};
  }
  incoming_.erase(0, sizeof header + header.size);
  const std::size_t job = jobs_.front();
  jobs_.pop_front();
  busy_since_ = Clock::now();
  if (!file) return Refused{job, static_cast<WorkerAnswer>(header.answer)};
  return Parsed{job, std::move(*file)};
}

WorkerSeat::Left WorkerSeat::vacate() {
  Left left{process_ ? process_->end() : 0, std::exchange(jobs_, {})};
  *this = WorkerSeat();
  return left;
}

}  // namespace kanon
