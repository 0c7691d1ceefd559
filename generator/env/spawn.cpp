#include "env/spawn.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>

#include "base/text.h"
#include "env/surroundings.h"
#include "env/system_error.h"

namespace kanon {
namespace {

std::unexpected<Error> cannot_start(const std::string& program, int error) {
  const Message cause = cause_of(error);
  return failure({fmt::format("Programmet «{}» kan ikke startes: {}", program, cause.da),
                  fmt::format("The program “{}” can't be started: {}", program, cause.en)},
                 remedy_of(error));
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

/// What the new process needs, laid out before the fork: after it, in a program with threads, nothing may allocate.
struct Prepared {
  const char* program;
  char* const* argv;
  char* const* environment;
  const char* folder;  ///< null: stay
  int descriptors[3];
  int failed;  ///< where errno goes if the program can't be executed
  std::optional<std::uint64_t> memory_limit;
  pid_t parent;
};

/// Leaves the signals as a program expects to find them.
void reset_signals() {
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD, SIGPROF, SIGXCPU}) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool take_descriptors(const int (&wanted)[3]) {
  // First out of the way of 0–2, or one could overwrite another before that has moved.
  int moved[3];
  for (int i = 0; i < 3; ++i) {
    moved[i] = fcntl(wanted[i], F_DUPFD_CLOEXEC, 3);
    if (moved[i] < 0) return false;
  }
  for (int i = 0; i < 3; ++i) {
    if (dup2(moved[i], i) < 0) return false;
  }
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  return true;
}

bool prepare_child(const Prepared& prepared) {
  setpgid(0, 0);
  reset_signals();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != prepared.parent) _exit(127);
  if (prepared.folder != nullptr && chdir(prepared.folder) != 0) return false;
  if (!take_descriptors(prepared.descriptors)) return false;
  if (prepared.memory_limit) {
    const rlimit limit{*prepared.memory_limit, *prepared.memory_limit};
    if (setrlimit(RLIMIT_AS, &limit) != 0) return false;
  }
  return true;
}

[[noreturn]] void become(const Prepared& prepared) {
  if (prepare_child(prepared)) execve(prepared.program, prepared.argv, prepared.environment);
  const int error = errno;
  [[maybe_unused]] const ssize_t told = write(prepared.failed, &error, sizeof error);
  _exit(127);
}

/// 0 once the program runs, else why it doesn't.
int outcome_of_exec(const Descriptor& failed) {
  int error = 0;
  ssize_t count = 0;
  do {
    count = read(failed.number(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == sizeof error ? error : 0;
}

bool is_executable(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode) && access(path.c_str(), X_OK) == 0;
}

}  // namespace

Result<pid_t> spawn(const Launch& launch) {
  Result<Pipe> failed = open_pipe();
  if (!failed) return std::unexpected(failed.error());
  const Descriptor nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
  const auto given = [&](int descriptor) { return descriptor < 0 ? nothing.number() : descriptor; };
  const std::vector<char*> argv = pointers(launch.argv);
  const std::vector<char*> environment = pointers(launch.environment);
  // A relative path means this program's folder, not the one the new one works in.
  const std::string program = std::filesystem::absolute(launch.program).string();
  const Prepared prepared{program.c_str(),
                          argv.data(),
                          environment.data(),
                          launch.folder.empty() ? nullptr : launch.folder.c_str(),
                          {given(launch.input), given(launch.output), given(launch.complaints)},
                          failed->write.number(),
                          launch.memory_limit,
                          getpid()};
  const pid_t process = fork();
  if (process < 0) return cannot_start(launch.program, errno);
  if (process == 0) become(prepared);
  setpgid(process, process);  // here too: whoever kills the group must find it
  failed->write.close();
  if (const int error = outcome_of_exec(failed->read)) {
    reap(process);
    return cannot_start(launch.program, error);
  }
  return process;
}

Result<Pipe> open_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    const Message cause = cause_of(errno);
    return failure({"Et andet program kan ikke startes: " + cause.da, "No other program can be started: " + cause.en},
                   remedy_of(errno));
  }
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

void stop_waiting_on(const Descriptor& descriptor) {
  fcntl(descriptor.number(), F_SETFL, fcntl(descriptor.number(), F_GETFL) | O_NONBLOCK);
}

int reap(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return 127;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::optional<std::string> find_program(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name.find('/') != std::string::npos) return is_executable(name) ? std::optional(name) : std::nullopt;
  const std::string path = variable("PATH").value_or("/usr/local/bin:/usr/bin:/bin");
  for (const std::string_view folder : split(path, ':')) {
    // An empty or relative place would be one the content can put a program into.
    if (!folder.starts_with('/')) continue;
    std::string candidate = std::string(folder) + "/" + name;
    if (is_executable(candidate)) return candidate;
  }
  return std::nullopt;
}

}  // namespace kanon
