#include "build/publish.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include <unistd.h>

#include "build/cache.h"
#include "env/memory_files.h"

using namespace kanon;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone afterwards.
struct Scratch {
  fs::path folder = fs::temp_directory_path() / ("kanon-publish-" + std::to_string(getpid()));
  Scratch() { fs::create_directories(folder); }
  ~Scratch() { fs::remove_all(folder); }
  std::string site() const { return (folder / "site").string(); }
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a site is published whole, and unchanged files keep their time") {
  const Scratch scratch;
  REQUIRE(publish(scratch.site(), {{"index.html", "one", ""}, {"a/index.html", "same", ""}})->changed == 2);
  const auto before = fs::last_write_time(scratch.site() + "/a/index.html");
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const auto again = publish(scratch.site(), {{"index.html", "two", ""}, {"a/index.html", "same", ""}});
  CHECK(again->changed == 1);
  CHECK(text_of(scratch.site() + "/index.html") == "two");
  CHECK(fs::last_write_time(scratch.site() + "/a/index.html") == before);
}

TEST_CASE("what is gone from the site is gone from the folder, .gitignore stays, nothing is left beside") {
  const Scratch scratch;
  fs::create_directories(scratch.site());
  std::ofstream(scratch.site() + "/.gitignore") << "*\n";
  REQUIRE(publish(scratch.site(), {{"old.html", "x", ""}}));
  REQUIRE(publish(scratch.site(), {{"new.html", "x", ""}}));
  CHECK_FALSE(fs::exists(scratch.site() + "/old.html"));
  CHECK(text_of(scratch.site() + "/.gitignore") == "*\n");
  CHECK(std::distance(fs::directory_iterator(scratch.folder), {}) == 1);
}

TEST_CASE("a folder with somebody's files is refused and left alone") {
  const Scratch scratch;
  fs::create_directories(scratch.site());
  std::ofstream(scratch.site() + "/thesis.doc") << "years of work";
  const auto refused = publish(scratch.site(), {{"index.html", "x", ""}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Error::Kind::usage);
  CHECK(text_of(scratch.site() + "/thesis.doc") == "years of work");
}

TEST_CASE("no artifact leaves the folder, and no two share a path") {
  const Scratch scratch;
  CHECK_FALSE(publish(scratch.site(), {{"../evil.html", "x", ""}}));
  CHECK_FALSE(publish(scratch.site(), {{"/evil.html", "x", ""}}));
  CHECK_FALSE(publish(scratch.site(), {{"a.html", "x", ""}, {"a.html", "y", ""}}));
  CHECK_FALSE(fs::exists(scratch.site()));
}

TEST_CASE("what a killed run left beside the site is cleared away") {
  const Scratch scratch;
  fs::create_directories(scratch.folder / ".site.kanon-999999999/half");
  REQUIRE(publish(scratch.site(), {{"index.html", "x", ""}}));
  CHECK_FALSE(fs::exists(scratch.folder / ".site.kanon-999999999"));
}

TEST_CASE("a damaged cache entry is none") {
  MemoryFiles files;
  Cache cache(files, "c");
  CHECK_FALSE(cache.find("k"));
  cache.keep("k", "bytes");
  CHECK(cache.find("k") == "bytes");
  REQUIRE(files.write("c/k", std::string(64, '0') + "bytes"));
  CHECK_FALSE(cache.find("k"));
}
