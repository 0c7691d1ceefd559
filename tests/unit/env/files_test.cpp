#include "env/files.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <filesystem>

#include "env/memory_files.h"
#include "env/system_error.h"
#include "unit/env/temporary.h"

using namespace kanon;
namespace fs = std::filesystem;

namespace {

/// `path` of every entry, with `!` before what leads outside and `?` before what is special.
std::vector<std::string> names(const Result<std::vector<Entry>>& entries) {
  REQUIRE(entries);
  std::vector<std::string> all;
  for (const Entry& entry : *entries) {
    const char* mark = entry.kind == EntryKind::file ? "" : entry.kind == EntryKind::special ? "?" : "!";
    all.push_back(mark + entry.path);
  }
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what was written is read, and replaced whole") {
  const Temporary temporary;
  Disk disk;
  const std::string path = temporary.path("a/b/c.txt");
  const std::string bytes("\0\xFF\r\n", 4);
  REQUIRE(disk.write(path, bytes));
  CHECK(disk.read(path).value() == bytes);
  REQUIRE(disk.write(path, ""));
  CHECK(disk.read(path).value().empty());
  const std::string large(3'000'000, 'x');
  REQUIRE(disk.write(path, large));
  CHECK(disk.read(path).value() == large);
  CHECK(disk.is_file(path));
  CHECK_FALSE(disk.is_folder(path));
  CHECK(disk.is_folder(temporary.path("a/b")));
  CHECK_FALSE(disk.is_file(temporary.path("a")));
  CHECK_FALSE(disk.is_file(temporary.path("nothing")));
}

TEST_CASE("writing keeps the permissions of the file it replaces and leaves nothing beside it") {
  const Temporary temporary;
  Disk disk;
  const std::string path = temporary.path("script");
  REQUIRE(disk.write(path, "old"));
  REQUIRE(chmod(path.c_str(), 0750) == 0);
  REQUIRE(disk.write(path, "new"));
  struct stat found {};
  REQUIRE(stat(path.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777U) == 0750U);
  CHECK(std::distance(fs::directory_iterator(temporary.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a name of the greatest length can be written") {
  const Temporary temporary;
  Disk disk;
  CHECK(disk.write(temporary.path(std::string(255, 'n')), "x"));
  const auto longer = disk.write(temporary.path(std::string(256, 'n')), "x");
  REQUIRE_FALSE(longer);
  CHECK(longer.error().what.en.find("the name is too long") != std::string::npos);
}

TEST_CASE("a write that fails leaves the old file and no other") {
  const Temporary temporary;
  Disk disk;
  const std::string path = temporary.path("file");
  REQUIRE(disk.write(path, "old"));
  // The bound on the size of files stands in for a full disk.
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{1000, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto written = disk.write(path, std::string(100'000, 'x'));
  REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, handler);
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == Error::Kind::environment);
  CHECK(written.error().what.da.find(path) != std::string::npos);
  CHECK(disk.read(path).value() == "old");
  CHECK(std::distance(fs::directory_iterator(temporary.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("writing onto a folder, or below a file, says so in both languages") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("folder/file"), "x"));
  const auto onto = disk.write(temporary.path("folder"), "x");
  REQUIRE_FALSE(onto);
  CHECK(onto.error().what.da.find("kan ikke skrives: det er en mappe") != std::string::npos);
  CHECK(onto.error().what.en.find("can't be written: it is a folder") != std::string::npos);
  const auto below = disk.write(temporary.path("folder/file/x"), "x");
  REQUIRE_FALSE(below);
  CHECK(below.error().what.en.find("a part of the path is a file") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(temporary.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("causes have words of their own") {
  CHECK(cause_of(ENOSPC).da == "disken er fuld");
  CHECK(remedy_of(ENOSPC).en == "Make room on the disk and try again.");
  CHECK_FALSE(cause_of(EIO).da.empty());
}

TEST_CASE("reading refuses what is no ordinary file, without opening the other end of a pipe") {
  const Temporary temporary;
  const Disk disk;
  const std::string pipe = temporary.path("pipe");
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const auto read = disk.read(pipe);
  REQUIRE_FALSE(read);
  CHECK(read.error().what.en.find("is not an ordinary file") != std::string::npos);
  CHECK_FALSE(disk.read("/dev/zero"));
  CHECK_FALSE(disk.read(temporary.path()));
  const auto missing = disk.read(temporary.path("missing"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().what.da.find("den findes ikke") != std::string::npos);
}

TEST_CASE("a listing is sorted by bytes and passes over hidden names") {
  const Temporary temporary;
  Disk disk;
  for (const auto* name : {"b.md", "a/z.md", "a.md", "a-b.md", "å.md", ".hidden", ".git/config", "a/.x/y", "B.md"}) {
    REQUIRE(disk.write(temporary.path(name), "1234"));
  }
  const auto entries = disk.list(temporary.path(), temporary.path());
  CHECK(names(entries) == Names{"B.md", "a-b.md", "a.md", "a/z.md", "b.md", "å.md"});
  CHECK(entries->front().size == 4);
  CHECK(names(disk.list(temporary.path("none"), temporary.path())).empty());
  CHECK(names(disk.list(temporary.path("a.md"), temporary.path())).empty());
  CHECK(names(disk.list(temporary.path("none"), temporary.path("none"))).empty());
}

TEST_CASE("links are followed while they stay in the project") {
  const Temporary temporary;
  Disk disk;
  const std::string root = temporary.path("project");
  REQUIRE(disk.write(root + "/content/real.md", "x"));
  REQUIRE(disk.write(root + "/shared/pictures/p.png", "xyz"));
  REQUIRE(disk.write(temporary.path("project-two/secret"), "x"));
  fs::create_symlink("real.md", root + "/content/link.md");
  fs::create_directory_symlink("../shared", root + "/content/shared");
  fs::create_symlink("/etc/passwd", root + "/content/passwd.md");
  fs::create_symlink("../../project-two/secret", root + "/content/near.md");
  fs::create_directory_symlink("/etc", root + "/content/etc");
  fs::create_symlink("passwd.md", root + "/content/twice.md");
  const auto entries = disk.list(root + "/content", root);
  CHECK(names(entries) ==
        Names{"!etc", "link.md", "!near.md", "!passwd.md", "real.md", "shared/pictures/p.png", "!twice.md"});
  CHECK((*entries)[5].size == 3);
}

TEST_CASE("a listed folder that is itself a link to elsewhere is not entered") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("project/kanon.yaml"), "x"));
  fs::create_directory_symlink("/etc", temporary.path("project/content"));
  CHECK(names(disk.list(temporary.path("project/content"), temporary.path("project"))) == Names{"!."});
}

TEST_CASE("a project reached through a link is its own root") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("real/content/a.md"), "x"));
  fs::create_symlink("a.md", temporary.path("real/content/b.md"));
  fs::create_directory_symlink("real", temporary.path("alias"));
  CHECK(names(disk.list(temporary.path("alias/content"), temporary.path("alias"))) == Names{"a.md", "b.md"});
}

TEST_CASE("a link does not open what the listing passes over") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path(".git/config"), "token"));
  fs::create_symlink(".git/config", temporary.path("config.md"));
  fs::create_directory_symlink(".git", temporary.path("git"));
  CHECK(names(disk.list(temporary.path(), temporary.path())) == Names{"!config.md", "!git"});
}

TEST_CASE("links that lead nowhere or in circles are special") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("a/file"), "x"));
  fs::create_symlink("nothing", temporary.path("dangling"));
  fs::create_symlink("/nothing/at/all", temporary.path("dangling-outside"));
  fs::create_symlink("self", temporary.path("self"));
  fs::create_directory_symlink("..", temporary.path("a/up"));
  fs::create_directory_symlink(".", temporary.path("a/here"));
  CHECK(names(disk.list(temporary.path(), temporary.path())) ==
        Names{"a/file", "?dangling", "!dangling-outside", "?self"});
}

TEST_CASE("links cannot multiply into ever more paths") {
  const Temporary temporary;
  Disk disk;
  constexpr int kLevels = 40;
  for (int level = 0; level < kLevels; ++level) {
    const std::string folder = temporary.path(std::to_string(level));
    REQUIRE(disk.write(folder + "/file", "x"));
    for (const auto* name : {"/left", "/right"}) {
      fs::create_directory_symlink("../" + std::to_string(level + 1), folder + name);
    }
  }
  REQUIRE(disk.write(temporary.path(std::to_string(kLevels) + "/file"), "x"));
  const auto entries = disk.list(temporary.path(), temporary.path());
  REQUIRE(entries);
  CHECK(entries->size() <= 2 * (kLevels + 1) + 2);
}

TEST_CASE("special files are listed and never opened") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(mkfifo(temporary.path("pipe.md").c_str(), 0600) == 0);
  const int unix_socket = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = temporary.path("socket.md");
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  REQUIRE(bind(unix_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  close(unix_socket);
  fs::create_symlink("pipe.md", temporary.path("to-pipe.md"));
  CHECK(names(disk.list(temporary.path(), temporary.path())) == Names{"?pipe.md", "?socket.md", "?to-pipe.md"});
}

TEST_CASE("a deep folder is listed") {
  const Temporary temporary;
  Disk disk;
  std::string path = temporary.path();
  for (int i = 0; i < 200; ++i) path += "/d";
  REQUIRE(disk.write(path + "/file", "x"));
  CHECK(names(disk.list(temporary.path(), temporary.path())).size() == 1);
}

TEST_CASE("removing takes links away and leaves what they lead to") {
  const Temporary temporary;
  Disk disk;
  REQUIRE(disk.write(temporary.path("kept/file"), "x"));
  REQUIRE(disk.write(temporary.path("gone/a/b"), "x"));
  fs::create_directory_symlink("../kept", temporary.path("gone/link"));
  fs::create_directory_symlink("kept", temporary.path("link"));
  REQUIRE(disk.remove(temporary.path("gone")));
  REQUIRE(disk.remove(temporary.path("link/")));
  REQUIRE(disk.remove(temporary.path("nothing")));
  CHECK_FALSE(fs::exists(temporary.path("gone")));
  CHECK_FALSE(fs::exists(fs::symlink_status(temporary.path("link"))));
  CHECK(disk.is_file(temporary.path("kept/file")));
}

TEST_CASE("files in memory behave like the disk") {
  MemoryFiles files({{"/p/a.md", "1"}, {"/p/b/c.md", "22"}, {"/p/.git/x", ""}, {"/p-two/d", ""}, {"/p/b/.h/y", ""}});
  const auto entries = files.list("/p", "/p");
  CHECK(names(entries) == Names{"a.md", "b/c.md"});
  CHECK(entries->back().size == 2);
  CHECK(names(files.list("/none", "/")).empty());
  CHECK(files.is_file("/p/a.md"));
  CHECK(files.is_folder("/p/b"));
  CHECK_FALSE(files.is_folder("/p/a.md"));
  CHECK_FALSE(files.is_file("/p/b"));
  CHECK(files.read("/p/a.md").value() == "1");
  CHECK_FALSE(files.read("/p/b"));
  REQUIRE(files.write("/p/n", "new"));
  CHECK(files.read("/p/n").value() == "new");
  REQUIRE(files.remove("/p/b"));
  REQUIRE(files.remove("/p/n"));
  CHECK(names(files.list("/p", "/p")) == Names{"a.md"});
  CHECK(files.all().contains("/p-two/d"));
}
