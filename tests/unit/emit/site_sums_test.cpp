#include "emit/site_sums.h"

#include <catch2/catch.hpp>

using namespace kanon;

TEST_CASE("the sums name every file but themselves, in the form of sha256sum, by path") {
  const Artifact sums = site_sums(
      {{"b.txt", "abc", ""}, {"data/sha256sums.txt", "old", ""}, {"a/index.html", "", ""}, {"a.html", "æ", ""}});
  CHECK(sums.path == "data/sha256sums.txt");
  CHECK(sums.bytes ==
        "889be819e24eaa58cd98ff071bc5aa9d9d6b3fea8d62c6cd43778c7370d2bf60  a.html\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/index.html\n"
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt\n");
}

TEST_CASE("a name that sha256sum would write with escapes is left out") {
  CHECK(site_sums({{"a\nb", "x", ""}, {"a\\b", "x", ""}}).bytes.empty());
}
