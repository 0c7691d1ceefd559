#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "env/descriptor.h"

namespace kanon {

/// A copy of this program (or another) that works for it, over one socket that is its descriptors 0 and 1. What it
/// complains about on descriptor 2 is dropped.
class WorkerProcess {
 public:
  static Result<WorkerProcess> start(const std::string& program, const std::vector<std::string>& arguments);
  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  ~WorkerProcess() { end(); }

  /// Sends what it takes without waiting; how much that was. What can't be sent because it is dead shows when
  /// receiving.
  std::size_t send(std::string_view bytes);

  enum class Line { open, closed };
  /// Appends to `into` what has arrived; closed if nothing more will.
  Line receive(std::string& into);

  /// Kills it with all it started, and says how it ended: its exit status, or 128 + the signal, of itself where it had
  /// ended before.
  int end();

 private:
  friend class WorkerWatch;
  WorkerProcess(int process, Descriptor socket) : process_(process), socket_(std::move(socket)) {}

  int process_ = -1;
  Descriptor socket_;
};

/// Waits for whichever of several workers has something to say, or can take more.
class WorkerWatch {
 public:
  enum class Interest { receive, receive_and_send };
  void add(const WorkerProcess& worker, Interest interest);
  void wait(std::chrono::milliseconds at_most) const;

 private:
  struct Watched {
    int socket = -1;
    Interest interest{};
  };
  std::vector<Watched> watched_;
};

}  // namespace kanon
