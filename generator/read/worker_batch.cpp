#include "read/worker_batch.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "env/own_limits.h"

namespace kanon {
namespace {

constexpr int kMostStillborn = 3;
/// One job to work at and some to go on with while answers are on their way: a busy machine comes late for them.
constexpr std::size_t kJobsAtOnce = 8;

enum class Bound { time, memory, output, unknown };

Message reason(Bound bound, const Limits& limits) {
  constexpr std::uint64_t kMebibyte = 1U << 20U;
  switch (bound) {
    case Bound::time:
      return message("Filen kan ikke læses inden for {:g} sekunder", "The file can't be read within {:g} seconds",
                     limits.parse_seconds);
    case Bound::memory:
      return message("Filen kan ikke læses med {} MB hukommelse", "The file can't be read with {} MB of memory",
                     limits.parse_memory / kMebibyte);
    case Bound::output:
      return message("Filen fylder mere end {} MB, når den er læst", "The file takes more than {} MB once it is read",
                     limits.parse_output / kMebibyte);
    case Bound::unknown:
      break;
  }
  return {"Filen kan ikke læses: læsningen standsede uventet", "The file can't be read: reading it ended unexpectedly"};
}

ParsedFile too_large(Bound bound, const Limits& limits) {
  ParsedFile::Parts parts;
  parts.findings.push_back(
      {RuleId::too_large,
       {},
       reason(bound, limits),
       {"Del filen i flere, og se efter meget brede tabeller, citater i mange niveauer og mange parenteser i træk.",
        "Split the file, and look for very wide tables, quotations on many levels and many brackets in a row."}});
  return ParsedFile::pack(parts);
}

}  // namespace

WorkerBatch::WorkerBatch(std::vector<ParseJob> jobs, std::vector<WorkerSeat>& seats, const std::string& program,
                         const Limits& limits)
    : jobs_(std::move(jobs)),
      seats_(seats),
      program_(program),
      limits_(limits),
      // CPU time is the bound; this only catches what does not even use that, on a machine that may be busy.
      patience_(static_cast<std::int64_t>(limits.parse_seconds * 6'000 + 10'000)),
      waiting_(jobs_.size()),
      tried_again_(jobs_.size()),
      results_(jobs_.size()) {
  std::iota(waiting_.begin(), waiting_.end(), 0);
}

Result<std::vector<ParsedFile>> WorkerBatch::run() {
  while (settled_ < jobs_.size()) {
    if (auto handed = hand_out(); !handed) return std::unexpected(handed.error());
    WorkerWatch watch;
    for (const WorkerSeat& seat : seats_) seat.watch(watch);
    watch.wait(until_next_deadline());
    for (WorkerSeat& seat : seats_) {
      if (!seat.is_occupied()) continue;
      if (auto collected = collect(seat); !collected) return std::unexpected(collected.error());
    }
  }
  std::vector<ParsedFile> files;
  files.reserve(results_.size());
  for (auto& result : results_) files.push_back(std::move(*result));
  return files;
}

Result<void> WorkerBatch::hand_out() {
  for (std::size_t at_once = 1; at_once <= kJobsAtOnce; ++at_once) {
    for (WorkerSeat& seat : seats_) {
      if (waiting_.empty()) return {};
      if (seat.given() >= at_once) continue;
      if (auto occupied = seat.occupy(program_); !occupied) return occupied;
      seat.give(waiting_.front(), jobs_[waiting_.front()], limits_);
      waiting_.pop_front();
    }
  }
  return {};
}

Result<void> WorkerBatch::collect(WorkerSeat& seat) {
  const WorkerProcess::Line line = seat.exchange();
  while (auto answer = seat.next_answer(limits_)) {
    if (auto* parsed = std::get_if<WorkerSeat::Parsed>(&*answer)) {
      settle(parsed->job, std::move(parsed->file));
    } else if (const auto* refused = std::get_if<WorkerSeat::Refused>(&*answer)) {
      const bool output = refused->answer == WorkerAnswer::too_much_output;
      settle(refused->job, too_large(output ? Bound::output : Bound::memory, limits_));
    } else {
      return bury(seat, Death::not_understood);
    }
  }
  if (line == WorkerProcess::Line::closed) return bury(seat, Death::by_itself);
  if (is_too_slow(seat)) return bury(seat, Death::too_slow);
  return {};
}

Result<void> WorkerBatch::bury(WorkerSeat& seat, Death death) {
  const bool greeted = seat.has_greeted();
  WorkerSeat::Left left = seat.vacate();
  if (!greeted) {
    waiting_.insert(waiting_.begin(), left.jobs.begin(), left.jobs.end());
    if (++stillborn_ < kMostStillborn) return {};
    return failure(
        message("Kanons læseprogram «{} worker» kan ikke køre: det sluttede med status {}",
                "Kanon's reading program “{} worker” can't run: it ended with status {}", program_, left.status),
        {"Installér Kanon igen, og kontrollér, at der er ledig hukommelse.",
         "Install Kanon again, and check that there is free memory."});
  }
  if (left.jobs.empty()) return {};
  const std::size_t first = left.jobs.front();
  left.jobs.pop_front();
  waiting_.insert(waiting_.begin(), left.jobs.begin(), left.jobs.end());
  blame(first, left.status, death);
  return {};
}

/// A file is only blamed for what it did. A worker that somebody else ended, or whose answer makes no sense, is
/// replaced and the file is tried once more.
void WorkerBatch::blame(std::size_t job, int status, Death death) {
  if (death == Death::too_slow) return settle(job, too_large(Bound::time, limits_));
  if (death == Death::by_itself && ended_by_time(status)) return settle(job, too_large(Bound::time, limits_));
  if (death == Death::by_itself && ended_by_memory(status)) return settle(job, too_large(Bound::memory, limits_));
  if (tried_again_[job]) return settle(job, too_large(Bound::unknown, limits_));
  tried_again_[job] = true;
  waiting_.push_front(job);
}

void WorkerBatch::settle(std::size_t job, ParsedFile file) {
  results_[job] = std::move(file);
  std::string().swap(jobs_[job].bytes);
  ++settled_;
}

std::chrono::milliseconds WorkerBatch::until_next_deadline() const {
  auto soonest = WorkerSeat::Clock::now() + patience_;
  for (const WorkerSeat& seat : seats_) {
    if (seat.given() > 0) soonest = std::min(soonest, seat.busy_since() + patience_);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(soonest - WorkerSeat::Clock::now());
  return std::max(left, std::chrono::milliseconds(0));
}

bool WorkerBatch::is_too_slow(const WorkerSeat& seat) const {
  return seat.given() > 0 && WorkerSeat::Clock::now() >= seat.busy_since() + patience_;
}

}  // namespace kanon
