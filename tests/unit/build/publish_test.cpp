#include "build/publish.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

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

TEST_CASE("a site in which nothing changed stays the folder that it is, unless something is gone from it") {
  const Scratch scratch;
  const auto folder_number = [&] {
    struct stat status {};
    REQUIRE(stat(scratch.site().c_str(), &status) == 0);
    return status.st_ino;
  };
  const std::vector<Artifact> files{{"index.html", "one", ""}, {"a/index.html", "two", ""}, {"a/b.html", "three", ""}};
  REQUIRE(publish(scratch.site(), files)->changed == 3);
  std::ofstream(scratch.site() + "/.gitignore") << "*\n";
  const auto before = folder_number();
  CHECK(publish(scratch.site(), files)->changed == 0);
  CHECK(folder_number() == before);
  CHECK(publish(scratch.site(), {files[0], files[1]})->changed == 0);
  CHECK(folder_number() != before);
  CHECK_FALSE(fs::exists(scratch.site() + "/a/b.html"));
  CHECK(fs::exists(scratch.site() + "/.gitignore"));
  CHECK(std::distance(fs::directory_iterator(scratch.folder), {}) == 1);
}

TEST_CASE("a few changes of a large site are moved into it, and what a killed run had still to move is moved") {
  const Scratch scratch;
  std::vector<Artifact> files;
  for (int i = 0; i < 1200; ++i) files.push_back({"d" + std::to_string(i) + "/index.html", "old", ""});
  REQUIRE(publish(scratch.site(), files)->changed == 1200);
  struct stat before {};
  REQUIRE(stat(scratch.site().c_str(), &before) == 0);
  files[7].bytes = "new";
  files.push_back({"added/below/index.html", "new", ""});
  CHECK(publish(scratch.site(), files)->changed == 2);
  struct stat after {};
  REQUIRE(stat(scratch.site().c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
  CHECK(text_of(scratch.site() + "/d7/index.html") == "new");
  CHECK(text_of(scratch.site() + "/added/below/index.html") == "new");
  CHECK(std::distance(fs::directory_iterator(scratch.folder), {}) == 1);

  const fs::path left = scratch.folder / ".site.kanon-move-999999999" / "d9";
  fs::create_directories(left);
  std::ofstream(left / "index.html") << "moved";
  files[9].bytes = "moved";
  CHECK(publish(scratch.site(), files)->changed == 0);
  CHECK(text_of(scratch.site() + "/d9/index.html") == "moved");
  CHECK(std::distance(fs::directory_iterator(scratch.folder), {}) == 1);

  files.erase(files.begin());
  CHECK(publish(scratch.site(), files)->changed == 0);
  CHECK_FALSE(fs::exists(scratch.site() + "/d0/index.html"));
}

TEST_CASE("files may be put from several threads, and without a commit nothing shows") {
  const Scratch scratch;
  const auto put_all = [&](Publication& publication) {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&publication, thread] {
        for (int i = thread; i < 200; i += 4) {
          const std::string number = std::to_string(i);
          if (!publication.put({"d" + std::to_string(i % 7) + "/" + number, "text " + number, ""})) std::abort();
        }
      });
    }
    for (auto& thread : threads) thread.join();
  };
  {
    auto publication = Publication::begin(scratch.site());
    REQUIRE(publication);
    put_all(*publication);
  }
  CHECK(std::distance(fs::directory_iterator(scratch.folder), {}) == 0);
  for (const std::size_t changed : {std::size_t{201}, std::size_t{0}}) {
    auto publication = Publication::begin(scratch.site());
    REQUIRE(publication);
    put_all(*publication);
    const auto published = publication->commit_with_sums();
    REQUIRE(published);
    CHECK(published->files == 201);
    CHECK(published->changed == changed);
  }
  CHECK(text_of(scratch.site() + "/d3/10") == "text 10");
  const std::string sums = text_of(scratch.site() + "/" + site_sums_path);
  CHECK(std::ranges::count(sums, '\n') == 200);
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
  Cache cache(files, "c", 1'000'000);
  CHECK_FALSE(cache.find("k"));
  cache.keep("k", "bytes");
  CHECK(cache.find("k") == "bytes");
  REQUIRE(files.write("c/1/k", std::string(64, '0') + "bytes"));
  CHECK_FALSE(cache.find("k"));
}

TEST_CASE("a cache stays within its bound, and what is used stays longest") {
  MemoryFiles files;
  constexpr std::uint64_t most = 1000;
  const std::string bytes(100, 'x');
  const auto size = [&] {
    std::uint64_t sum = 0;
    for (const auto& [path, text] : files.all()) sum += path.ends_with(".gitignore") ? 0 : text.size();
    return sum;
  };
  {
    Cache cache(files, "c", most);
    for (int i = 0; i < 100; ++i) {
      cache.keep("k" + std::to_string(i), bytes);
      REQUIRE(cache.find("k0") == bytes);
      REQUIRE(size() <= most);
    }
    CHECK(cache.find("k99") == bytes);
    CHECK_FALSE(cache.find("k50"));
  }
  REQUIRE(files.write("c/of-an-earlier-version", "x"));
  Cache again(files, "c", most);
  CHECK(again.find("k99") == bytes);
  CHECK_FALSE(files.is_file("c/of-an-earlier-version"));
  again.keep("new", bytes);
  CHECK(size() <= most);
}

TEST_CASE("an entry too large for the bound is kept, but alone") {
  MemoryFiles files;
  Cache cache(files, "c", 100);
  cache.keep("a", std::string(400, 'x'));
  cache.keep("b", std::string(400, 'x'));
  cache.keep("c", std::string(400, 'x'));
  CHECK_FALSE(cache.find("a"));
  CHECK(cache.find("c"));
}
