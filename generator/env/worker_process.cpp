#include "env/worker_process.h"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "env/spawn.h"
#include "env/system_error.h"

namespace kanon {
namespace {

std::vector<std::string> own_environment() {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
  return all;
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const std::string& program, const std::vector<std::string>& arguments) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    const Message cause = cause_of(errno);
    return failure({"Et hjælpeprogram kan ikke startes: " + cause.da, "No worker can be started: " + cause.en},
                   remedy_of(errno));
  }
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  Launch launch;
  launch.program = program;
  launch.argv = {program};
  launch.argv.insert(launch.argv.end(), arguments.begin(), arguments.end());
  launch.environment = own_environment();
  launch.input = theirs.number();
  launch.output = theirs.number();
  const Result<pid_t> process = spawn(launch);
  if (!process) return std::unexpected(process.error());
  stop_waiting_on(ours);
  return WorkerProcess(*process, std::move(ours));
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), socket_(std::move(other.socket_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(socket_, other.socket_);
  return *this;
}

std::size_t WorkerProcess::send(std::string_view bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_.number(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    sent += static_cast<std::size_t>(count);
  }
  return sent;
}

WorkerProcess::Line WorkerProcess::receive(std::string& into) {
  std::array<char, 64U << 10U> buffer;
  // A bounded number of rounds: one busy worker must not keep the others waiting.
  for (int round = 0; round < 16; ++round) {
    const ssize_t count = recv(socket_.number(), buffer.data(), buffer.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Line::open;
    if (count <= 0) return Line::closed;
    into.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return Line::open;
}

int WorkerProcess::end() {
  if (process_ < 0) return 0;
  kill(-process_, SIGKILL);
  const int status = reap(process_);
  process_ = -1;
  socket_.close();
  return status;
}

void WorkerWatch::add(const WorkerProcess& worker, Interest interest) {
  watched_.push_back({worker.socket_.number(), interest});
}

void WorkerWatch::wait(std::chrono::milliseconds at_most) const {
  std::vector<pollfd> sockets;
  for (const Watched& watched : watched_) {
    const bool sends = watched.interest == Interest::receive_and_send;
    sockets.push_back({watched.socket, static_cast<short>(sends ? POLLIN | POLLOUT : POLLIN), 0});
  }
  poll(sockets.data(), sockets.size(), static_cast<int>(at_most.count()));
}

}  // namespace kanon
