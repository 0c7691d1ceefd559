#include "env/lock.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <optional>

#include "env/files.h"
#include "unit/env/temporary.h"

using namespace kanon;

TEST_CASE("a lock is held by one at a time, and goes with its holder") {
  const Temporary temporary;
  const std::string path = temporary.path("folder/lock");
  {
    const auto held = Lock::hold(path, 0);
    REQUIRE(held);
    const auto second = Lock::hold(path, 0);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::environment);
    CHECK(second.error().what.en.find(path) != std::string::npos);
    CHECK_FALSE(second.error().help.da.empty());
  }
  CHECK(Lock::hold(path, 0));
}

TEST_CASE("a lock is waited for, and the system takes it from a process that was killed") {
  const Temporary temporary;
  const std::string path = temporary.path("lock");
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto held = Lock::hold(path, 0);
    (void)!write(ready[1], held ? "y" : "n", 1);
    usleep(300'000);
    raise(SIGKILL);
  }
  char answer = 0;
  REQUIRE(read(ready[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  CHECK_FALSE(Lock::hold(path, 0));
  CHECK(Lock::hold(path, 10));
  waitpid(child, nullptr, 0);
  close(ready[0]);
  close(ready[1]);
}

TEST_CASE("a lock doesn't follow a link, and says why it can't be taken") {
  const Temporary temporary;
  REQUIRE(symlink(temporary.path("elsewhere").c_str(), temporary.path("lock").c_str()) == 0);
  CHECK_FALSE(Lock::hold(temporary.path("lock"), 0));
  CHECK_FALSE(Disk().is_file(temporary.path("elsewhere")));
  REQUIRE(Disk().write(temporary.path("file"), ""));
  CHECK_FALSE(Lock::hold(temporary.path("file/lock"), 0));
}
