#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "env/descriptor.h"

namespace kanon {

/// A program about to be started.
struct Launch {
  std::string program;  ///< its path
  std::vector<std::string> argv;
  std::vector<std::string> environment;  ///< the whole of it, as NAME=value
  std::string folder;                    ///< working folder; empty: this program's
  int input = -1;                        ///< becomes descriptor 0; -1: /dev/null
  int output = -1;                       ///< becomes descriptor 1
  int complaints = -1;                   ///< becomes descriptor 2
  std::optional<std::uint64_t> memory_limit;
};

/// Starts a program at the head of a process group of its own; it is killed when the thread that started it ends. It
/// gets no other descriptors and no blocked signals. Fails where the program can't be executed.
Result<pid_t> spawn(const Launch& launch);

/// The two ends of a pipe that no other program inherits.
struct Pipe {
  Descriptor read;
  Descriptor write;
};
Result<Pipe> open_pipe();

/// From now on reading and writing return at once, with what is possible.
void stop_waiting_on(const Descriptor& descriptor);

/// The exit status; 128 + the signal where one ended the program. Waits for its end.
int reap(pid_t process);

/// Where PATH has the program; what has a slash in it stands for itself.
std::optional<std::string> find_program(const std::string& name);

}  // namespace kanon
