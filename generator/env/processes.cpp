#include "env/processes.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "env/descriptor.h"
#include "env/spawn.h"

namespace kanon {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kMostComplaints = 64U << 10U;
/// How long what a program wrote last may take to arrive after its end.
constexpr milliseconds kGrace{500};
/// How often to look whether the program has ended while something it started keeps its output open.
constexpr milliseconds kLook{20};
/// The same once it has closed its output: then the end is near.
constexpr milliseconds kLookAtEnd{1};

/// Keeps a program that does not read its input from ending this one: writing fails with EPIPE instead.
class NoBrokenPipeSignal {
 public:
  NoBrokenPipeSignal() {
    sigemptyset(&broken_pipe_);
    sigaddset(&broken_pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe_, &before_);
  }
  NoBrokenPipeSignal(const NoBrokenPipeSignal&) = delete;
  NoBrokenPipeSignal& operator=(const NoBrokenPipeSignal&) = delete;
  ~NoBrokenPipeSignal() {
    if (sigismember(&before_, SIGPIPE) == 1) return;
    const timespec at_once{};
    while (sigtimedwait(&broken_pipe_, nullptr, &at_once) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t broken_pipe_{};
  sigset_t before_{};
};

/// A program as it runs, with the three streams that lead to it.
class Running {
 public:
  Running(pid_t process, const Command& command, Descriptor input, Descriptor output, Descriptor complaints)
      : process_(process),
        to_write_(command.input),
        input_(std::move(input)),
        output_(std::move(output)),
        complaints_(std::move(complaints)),
        deadline_(Clock::now() + command.time_limit) {
    for (const Descriptor* stream : {&input_, &output_, &complaints_}) stop_waiting_on(*stream);
    if (to_write_.empty()) input_.close();
  }

  Outcome finish() {
    while (!has_ended()) {
      const auto left = std::chrono::ceil<milliseconds>(deadline_ - Clock::now());
      if (left.count() <= 0) {
        outcome_.timed_out = true;
        break;
      }
      const bool silent = !output_.is_open() && !complaints_.is_open();
      exchange(std::min(left, silent ? kLookAtEnd : kLook));
    }
    // Not reaped yet, so the number still means this group and no other.
    kill(-process_, SIGKILL);
    const auto patience = Clock::now() + kGrace;
    while ((output_.is_open() || complaints_.is_open()) && Clock::now() < patience) exchange(kLook);
    outcome_.status = reap(process_);
    keep_last_complaints(0);
    return std::move(outcome_);
  }

 private:
  bool has_ended() const {
    siginfo_t ended{};
    return waitid(P_PID, static_cast<id_t>(process_), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid != 0;
  }

  void exchange(milliseconds patience) {
    std::array<pollfd, 3> streams{pollfd{input_.number(), POLLOUT, 0}, pollfd{output_.number(), POLLIN, 0},
                                  pollfd{complaints_.number(), POLLIN, 0}};
    if (poll(streams.data(), streams.size(), static_cast<int>(patience.count())) <= 0) return;
    if (streams[0].revents != 0) write_some();
    if (streams[1].revents != 0) read_some(output_, outcome_.output);
    if (streams[2].revents != 0) read_some(complaints_, outcome_.complaints);
    keep_last_complaints(kMostComplaints);
  }

  void write_some() {
    const ssize_t count = ::write(input_.number(), to_write_.data(), to_write_.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count > 0) to_write_.remove_prefix(static_cast<std::size_t>(count));
    if (count <= 0 || to_write_.empty()) input_.close();
  }

  static void read_some(Descriptor& stream, std::string& into) {
    std::array<char, 64U << 10U> buffer;
    const ssize_t count = ::read(stream.number(), buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) return stream.close();
    into.append(buffer.data(), static_cast<std::size_t>(count));
  }

  /// Trims to the bound, once what is too much exceeds `slack`.
  void keep_last_complaints(std::size_t slack) {
    std::string& text = outcome_.complaints;
    if (text.size() > kMostComplaints + slack) text.erase(0, text.size() - kMostComplaints);
  }

  NoBrokenPipeSignal no_signal_;
  pid_t process_;
  std::string_view to_write_;
  Descriptor input_, output_, complaints_;
  Clock::time_point deadline_;
  Outcome outcome_;
};

}  // namespace

Result<Outcome> RealProcesses::run(const Command& command) {
  const std::string name = command.argv.empty() ? std::string() : command.argv.front();
  const std::optional<std::string> program = find(name);
  if (!program) {
    return failure(
        message("Programmet «{}» findes ikke", "The program “{}” was not found", name),
        message("Installér det, eller tilføj dets mappe til PATH.", "Install it, or add its folder to PATH."));
  }
  Result<Pipe> input = open_pipe();
  if (!input) return std::unexpected(input.error());
  Result<Pipe> output = open_pipe();
  if (!output) return std::unexpected(output.error());
  Result<Pipe> complaints = open_pipe();
  if (!complaints) return std::unexpected(complaints.error());
  const Result<pid_t> process =
      spawn({*program, command.argv, command.environment, command.folder, input->read.number(), output->write.number(),
             complaints->write.number(), command.memory_limit});
  if (!process) return std::unexpected(process.error());
  input->read.close();
  output->write.close();
  complaints->write.close();
  return Running(*process, command, std::move(input->write), std::move(output->read), std::move(complaints->read))
      .finish();
}

std::optional<std::string> RealProcesses::find(const std::string& program) const { return find_program(program); }

}  // namespace kanon
