#include "env/folder_watch.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "unit/env/temporary.h"

namespace kanon {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::seconds patience{20};

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

/// Whether a change of that path is told, among others that may be.
bool tells(FolderWatch& watch, const std::string& path) {
  for (int i = 0; i < 10; ++i) {
    const auto changed = watch.wait(patience);
    REQUIRE(changed);
    if (std::ranges::find(*changed, path) != changed->end()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a folder's changes are told, deeper ones too where they are asked for") {
  const Temporary temporary;
  const std::string folder = temporary.path();
  fs::create_directories(folder + "/deep/deeper");
  fs::create_directories(folder + "/flat/deeper");
  auto watch = FolderWatch::open();
  REQUIRE(watch);
  REQUIRE((*watch)->add_with_all_below(folder + "/deep"));
  REQUIRE((*watch)->add(folder + "/flat"));
  REQUIRE((*watch)->add(folder + "/not-there"));

  write(folder + "/deep/deeper/a", "1");
  CHECK(tells(**watch, folder + "/deep/deeper/a"));
  write(folder + "/deep/deeper/.hidden", "1");
  fs::rename(folder + "/deep/deeper/.hidden", folder + "/deep/deeper/a");
  CHECK(tells(**watch, folder + "/deep/deeper/a"));
  fs::remove(folder + "/deep/deeper/a");
  CHECK(tells(**watch, folder + "/deep/deeper/a"));

  write(folder + "/flat/deeper/a", "1");
  write(folder + "/flat/b", "1");
  const auto changed = (*watch)->wait(patience);
  REQUIRE(changed);
  CHECK(*changed == std::vector<std::string>{folder + "/flat/b"});
}

TEST_CASE("folders that are made, renamed and made again are watched") {
  const Temporary temporary;
  const std::string folder = temporary.path();
  auto watch = FolderWatch::open();
  REQUIRE(watch);
  REQUIRE((*watch)->add_with_all_below(folder));
  fs::create_directories(folder + "/new/below");
  CHECK(tells(**watch, folder + "/new"));
  REQUIRE((*watch)->add_with_all_below(folder));
  write(folder + "/new/below/a", "1");
  CHECK(tells(**watch, folder + "/new/below/a"));
  fs::rename(folder + "/new", folder + "/other");
  CHECK(tells(**watch, folder + "/other"));
  write(folder + "/other/below/a", "2");
  CHECK(tells(**watch, folder + "/other/below/a"));
}

TEST_CASE("nothing changed is nothing told") {
  const Temporary temporary;
  auto watch = FolderWatch::open();
  REQUIRE(watch);
  REQUIRE((*watch)->add_with_all_below(temporary.path()));
  const auto changed = (*watch)->wait(std::chrono::milliseconds(1));
  REQUIRE(changed);
  CHECK(changed->empty());
}

}  // namespace kanon
