#include "env/folder_update.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <map>

#include "env/memory_files.h"
#include "unit/env/temporary.h"

using namespace kanon;
namespace fs = std::filesystem;

namespace {

using Contents = std::map<std::string, std::string>;

/// Every file below a folder, hidden ones too; links as `-> target`.
Contents contents(const std::string& folder) {
  Contents found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = fs::path(entry.path()).lexically_relative(folder).string();
    if (entry.is_symlink()) {
      found[path] = "-> " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_regular_file()) {
      found[path] = Disk().read(entry.path().string()).value();
    }
  }
  return found;
}

ino_t identity(const std::string& path) {
  struct stat found {};
  REQUIRE(lstat(path.c_str(), &found) == 0);
  return found.st_ino;
}

/// The id of a process that has ended.
pid_t gone_process() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST_CASE("files are added to a folder that isn't there yet, and to one that is") {
  const Temporary temporary;
  Disk disk;
  const std::string folder = temporary.path("archive/a");
  REQUIRE(disk.add_together(folder, {{"1.0/a.md", "one"}, {"ledger.yaml", "1"}}));
  CHECK(contents(temporary.path()) == Contents{{"archive/a/1.0/a.md", "one"}, {"archive/a/ledger.yaml", "1"}});
  const ino_t before = identity(folder + "/1.0/a.md");

  REQUIRE(disk.add_together(folder + "/", {{"1.1/a.md", "two"}, {"1.1/files/x.png", "PNG"}, {"ledger.yaml", "12"}}));
  CHECK(contents(temporary.path()) == Contents{{"archive/a/1.0/a.md", "one"},
                                               {"archive/a/1.1/a.md", "two"},
                                               {"archive/a/1.1/files/x.png", "PNG"},
                                               {"archive/a/ledger.yaml", "12"}});
  CHECK(identity(folder + "/1.0/a.md") == before);
}

TEST_CASE("a file that is replaced is not written through its other names") {
  const Temporary temporary;
  Disk disk;
  const std::string folder = temporary.path("a");
  REQUIRE(disk.write(folder + "/ledger.yaml", "old"));
  fs::create_hard_link(folder + "/ledger.yaml", temporary.path("other"));
  REQUIRE(disk.add_together(folder, {{"ledger.yaml", "new"}}));
  CHECK(disk.read(folder + "/ledger.yaml").value() == "new");
  CHECK(disk.read(temporary.path("other")).value() == "old");
}

TEST_CASE("the folder keeps its permissions, its hidden files and its links") {
  const Temporary temporary;
  Disk disk;
  const std::string folder = temporary.path("a");
  REQUIRE(disk.write(folder + "/.gitkeep", ""));
  fs::create_symlink("/etc", folder + "/out");
  fs::create_directory(folder + "/empty");
  fs::permissions(folder, fs::perms(0750));
  REQUIRE(disk.add_together(folder, {{"x", "1"}}));
  CHECK(contents(folder) == Contents{{".gitkeep", ""}, {"out", "-> /etc"}, {"x", "1"}});
  CHECK(fs::is_directory(folder + "/empty"));
  CHECK(fs::status(folder).permissions() == fs::perms(0750));
}

TEST_CASE("when one file fails, the folder stands as it was and nothing is left beside it") {
  const Temporary temporary;
  Disk disk;
  const std::string folder = temporary.path("a");
  REQUIRE(disk.write(folder + "/1.0", "a file where a folder should be"));
  REQUIRE(disk.write(folder + "/2.0/x", "a folder where a file should be"));
  const Contents before = contents(temporary.path());
  for (const std::string& path : {std::string("1.0/a.md"), std::string("2.0"), std::string(300, 'n')}) {
    const auto added = disk.add_together(folder, {{"first", "1"}, {path, "2"}});
    REQUIRE_FALSE(added);
    CHECK(added.error().kind == Error::Kind::environment);
    CHECK_FALSE(added.error().help.en.empty());
    CHECK(contents(temporary.path()) == before);
    CHECK_FALSE(disk.add_together(temporary.path("new"), {{"first", "1"}, {std::string(300, 'n'), "2"}}));
    CHECK_FALSE(fs::exists(temporary.path("new")));
  }
}

TEST_CASE("until it is committed, an update can't be seen") {
  const Temporary temporary;
  const std::string folder = temporary.path("a");
  REQUIRE(Disk().add_together(folder, {{"x", "1"}}));
  {
    auto update = FolderUpdate::begin(folder);
    REQUIRE(update);
    REQUIRE(update->add({"x", "2"}));
    CHECK(contents(folder) == Contents{{"x", "1"}});
    CHECK(Disk().list(temporary.path(), temporary.path()).value().size() == 1);
  }
  CHECK(contents(temporary.path()) == Contents{{"a/x", "1"}});
}

TEST_CASE("paths that lead out of the folder, or clash, are wrong use") {
  const Temporary temporary;
  Disk disk;
  MemoryFiles memory;
  const std::string nul("a\0b", 3);
  const std::vector<std::vector<NewFile>> wrong{
      {{"../x", ""}}, {{"/x", ""}},  {{"a/../../x", ""}},      {{"a/..", ""}},           {{"", ""}}, {{"a//b", ""}},
      {{"a/", ""}},   {{"./a", ""}}, {{"a", "1"}, {"a", "2"}}, {{"a", ""}, {"a/b", ""}}, {{nul, ""}}};
  for (const auto& files : wrong) {
    for (Files* target : {static_cast<Files*>(&disk), static_cast<Files*>(&memory)}) {
      const auto added = target->add_together(temporary.path("a"), files);
      REQUIRE_FALSE(added);
      CHECK(added.error().kind == Error::Kind::usage);
    }
  }
  CHECK(contents(temporary.path()).empty());
  CHECK(memory.all().empty());
}

TEST_CASE("a symbolic link is never followed, neither as the folder nor in it") {
  const Temporary temporary;
  Disk disk;
  fs::create_directory(temporary.path("outside"));
  fs::create_directory_symlink(temporary.path("outside"), temporary.path("a"));
  for (const char* ending : {"", "/"}) {
    CHECK_FALSE(disk.add_together(temporary.path("a") + ending, {{"x", "1"}}));
  }
  CHECK(fs::is_symlink(temporary.path("a")));

  fs::create_directory(temporary.path("b"));
  fs::create_directory_symlink(temporary.path("outside"), temporary.path("b/1.0"));
  REQUIRE(disk.write(temporary.path("target"), "as it was"));
  fs::create_symlink(temporary.path("target"), temporary.path("b/ledger.yaml"));
  CHECK_FALSE(disk.add_together(temporary.path("b"), {{"1.0/a.md", "1"}}));
  REQUIRE(disk.add_together(temporary.path("b"), {{"ledger.yaml", "new"}}));
  CHECK(disk.read(temporary.path("target")).value() == "as it was");
  CHECK_FALSE(fs::is_symlink(temporary.path("b/ledger.yaml")));
  CHECK(fs::is_empty(temporary.path("outside")));
}

TEST_CASE("a file in the folder's place is not replaced") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("a"), "file"));
  CHECK_FALSE(disk.add_together(temporary.path("a"), {{"x", "1"}}));
  CHECK(disk.read(temporary.path("a")).value() == "file");
  CHECK_FALSE(disk.add_together(temporary.path(".."), {{"x", "1"}}));
}

TEST_CASE("what killed runs left is cleared away, and only that") {
  const Temporary temporary;
  Disk disk;
  const std::string dead = std::to_string(gone_process());
  const std::string own = std::to_string(getpid());
  REQUIRE(disk.write(temporary.path("a/x"), "1"));
  REQUIRE(disk.write(temporary.path(".a.kanon-" + dead + "/half"), ""));
  REQUIRE(disk.write(temporary.path(".a.kanon-" + own + "/half"), ""));
  REQUIRE(disk.write(temporary.path(".a.kanon-old/x"), "0"));
  REQUIRE(disk.write(temporary.path(".a.kanon-1/alive"), ""));
  REQUIRE(disk.write(temporary.path(".a.kanon-notes/mine"), ""));
  REQUIRE(disk.write(temporary.path(".b.kanon-" + dead + "/another"), ""));
  REQUIRE(disk.add_together(temporary.path("a"), {{"y", "2"}}));
  CHECK(contents(temporary.path()) == Contents{{".a.kanon-1/alive", ""},
                                               {".a.kanon-notes/mine", ""},
                                               {".b.kanon-" + dead + "/another", ""},
                                               {"a/x", "1"},
                                               {"a/y", "2"}});
}

TEST_CASE("a folder that was set aside when the run was killed comes back") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path(".a.kanon-old/x"), "1"));
  REQUIRE(disk.add_together(temporary.path("a"), {{"y", "2"}}));
  CHECK(contents(temporary.path()) == Contents{{"a/x", "1"}, {"a/y", "2"}});
}

TEST_CASE("a run that is killed at any moment leaves the folder as before or as after") {
  const Temporary temporary;
  const std::string folder = temporary.path("a");
  Disk disk;
  REQUIRE(disk.add_together(folder, {{"1/a", "1"}, {"ledger", "1"}}));
  for (unsigned delay = 0; delay < 30; ++delay) {
    const Contents before = contents(folder);
    const std::string next = std::to_string(delay + 2);
    const pid_t child = fork();
    if (child == 0) {
      (void)disk.add_together(folder, {{next + "/a", next}, {next + "/b", next}, {"ledger", next}});
      _exit(0);
    }
    usleep(delay * 400);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    Contents after = before;
    after[next + "/a"] = after[next + "/b"] = after["ledger"] = next;
    const Contents now = contents(folder);
    CHECK((now == before || now == after));
  }
  REQUIRE(disk.add_together(folder, {{"last", ""}}));
  CHECK(std::distance(fs::directory_iterator(temporary.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("files in memory are added together too") {
  MemoryFiles files({{"/p/a/x", "1"}, {"/p/a/y", "1"}});
  REQUIRE(files.add_together("/p/a", {{"y", "2"}, {"1.0/z", "3"}}));
  CHECK(files.all() == Contents{{"/p/a/1.0/z", "3"}, {"/p/a/x", "1"}, {"/p/a/y", "2"}});
}
