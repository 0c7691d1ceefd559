#include "env/processes.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <charconv>
#include <thread>

#include "env/files.h"
#include "unit/env/temporary.h"

using namespace kanon;
using namespace std::chrono_literals;

namespace {

Command shell(const std::string& script) {
  Command command;
  command.argv = {"sh", "-c", script};
  command.environment = {"PATH=/usr/bin:/bin"};
  command.time_limit = 20s;
  return command;
}

Outcome run(const Command& command) {
  RealProcesses processes;
  const auto outcome = processes.run(command);
  REQUIRE(outcome);
  return *outcome;
}

/// Whether a process is there and not merely waiting to be counted.
bool is_alive(pid_t process) {
  const auto status = Disk().read("/proc/" + std::to_string(process) + "/stat");
  return status && status->find(") Z") == std::string::npos;
}

bool dies(pid_t process) {
  for (int i = 0; i < 200 && is_alive(process); ++i) std::this_thread::sleep_for(10ms);
  return !is_alive(process);
}

pid_t number_in(const std::string& path) {
  const std::string text = Disk().read(path).value();
  pid_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

TEST_CASE("a program's output, complaints and status come back") {
  const Outcome outcome = run(shell("printf ud; printf fejl >&2; exit 3"));
  CHECK(outcome.output == "ud");
  CHECK(outcome.complaints == "fejl");
  CHECK(outcome.status == 3);
  CHECK_FALSE(outcome.timed_out);
  CHECK(run(shell("kill -9 $$")).status == 128 + SIGKILL);
}

TEST_CASE("a program gets its input, environment and folder, and nothing else") {
  const Temporary temporary;
  Command command = shell("cat; pwd; echo $GREETING$HOME; ls /proc/self/fd | wc -l");
  command.environment.push_back("GREETING=hej");
  command.input = "ind\n";
  command.folder = temporary.path();
  CHECK(run(command).output == "ind\n" + temporary.path() + "\nhej\n4\n");
}

TEST_CASE("large input and output at once do not block each other") {
  Command command = shell("tee /dev/stderr");
  command.input = std::string(5'000'000, 'x');
  const Outcome outcome = run(command);
  CHECK(outcome.output == command.input);
  CHECK(outcome.complaints.size() == 64U << 10U);
}

TEST_CASE("the last of the complaints are kept") {
  const Outcome outcome = run(shell("head -c 1000000 /dev/zero >&2; printf slut >&2"));
  CHECK(outcome.complaints.size() == 64U << 10U);
  CHECK(outcome.complaints.ends_with("slut"));
}

TEST_CASE("a program that ignores its input ends nothing but itself") {
  Command command = shell("exec 0<&-; sleep 0.1; echo ok");
  command.input = std::string(1'000'000, 'x');
  CHECK(run(command).output == "ok\n");
}

TEST_CASE("a program over its time is killed with all it started") {
  const Temporary temporary;
  Command command = shell(
      "trap '' TERM INT HUP; (trap '' TERM; echo $$ >/dev/null; sh -c 'echo $$ > grandchild; sleep 100') & "
      "echo begun; sleep 100; sleep 100");
  command.folder = temporary.path();
  command.time_limit = 600ms;
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run(command);
  CHECK(outcome.timed_out);
  CHECK(outcome.output == "begun\n");
  CHECK(outcome.status == 128 + SIGKILL);
  CHECK(std::chrono::steady_clock::now() - begin < 20s);
  CHECK(dies(number_in(temporary.path("grandchild"))));
}

TEST_CASE("what a program leaves behind in its group ends with it") {
  const Temporary temporary;
  Command command = shell("sh -c 'echo $$ > left; sleep 100' & while [ ! -s left ]; do sleep 0.01; done; echo done");
  command.folder = temporary.path();
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run(command);
  CHECK(outcome.output == "done\n");
  CHECK(outcome.status == 0);
  CHECK(std::chrono::steady_clock::now() - begin < 20s);
  CHECK(dies(number_in(temporary.path("left"))));
}

TEST_CASE("what fled the group does not keep the caller waiting") {
  const auto begin = std::chrono::steady_clock::now();
  const Outcome outcome = run(shell("setsid sleep 30 & echo done"));
  CHECK(outcome.output == "done\n");
  CHECK(std::chrono::steady_clock::now() - begin < 20s);
}

TEST_CASE("memory is bounded") {
  Command command = shell("ulimit -v");
  command.memory_limit = 64U << 20U;
  CHECK(run(command).output == "65536\n");
}

TEST_CASE("a program that isn't there is an error that says so") {
  RealProcesses processes;
  Command command;
  command.argv = {"no-such-program-of-kanon"};
  const auto outcome = processes.run(command);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().kind == Error::Kind::environment);
  CHECK(outcome.error().what.da == "Programmet «no-such-program-of-kanon» findes ikke");
  CHECK_FALSE(processes.find("no-such-program-of-kanon"));
  CHECK_FALSE(processes.find(""));
  CHECK_FALSE(processes.find("/etc/passwd"));
  CHECK(processes.find("sh"));
  command.argv = {};
  CHECK_FALSE(processes.run(command));
}

TEST_CASE("a program that can't be executed, or a folder that isn't there, is an error") {
  const Temporary temporary;
  REQUIRE(Disk().write(temporary.path("broken"), "no program"));
  REQUIRE(chmod(temporary.path("broken").c_str(), 0755) == 0);
  RealProcesses processes;
  Command command;
  command.argv = {temporary.path("broken")};
  CHECK_FALSE(processes.run(command));
  command = shell("true");
  command.folder = temporary.path("missing");
  const auto outcome = processes.run(command);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().what.en.find("can't be started") != std::string::npos);
}
