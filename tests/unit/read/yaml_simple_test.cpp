#include "read/yaml_simple.h"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "read/yaml.h"

using namespace kanon;
namespace fs = std::filesystem;

namespace {

/// A first line that only yaml-cpp reads.
constexpr std::string_view kComment = "# x\n";

ParsedFile::Parts parsed(std::string text) {
  ParsedFile::Parts parts;
  parts.text = std::move(text);
  parse_yaml(parts, 0, static_cast<std::uint32_t>(parts.text.size()));
  return parts;
}

bool is_simple(const std::string& text) {
  ParsedFile::Parts parts;
  parts.text = text;
  return read_simple_yaml(parts, YamlSource(parts.text, 0, static_cast<std::uint32_t>(text.size()))).has_value();
}

/// Whether both ways give the same nodes at the same places, and no findings that the other has not.
void gives_the_same(const std::string& text) {
  INFO(text);
  const ParsedFile::Parts ours = parsed(text);
  const ParsedFile::Parts theirs = parsed(std::string(kComment) + text);
  const auto shift = static_cast<std::uint32_t>(kComment.size());
  REQUIRE(ours.findings.size() == theirs.findings.size());
  REQUIRE(ours.yaml.size() == theirs.yaml.size());
  for (std::size_t i = 0; i < ours.yaml.size(); ++i) {
    const YamlNode& one = ours.yaml[i];
    const YamlNode& other = theirs.yaml[i];
    INFO("node " << i);
    REQUIRE(one.kind == other.kind);
    REQUIRE(int{one.quoted} == int{other.quoted});
    REQUIRE(one.next == other.next);
    REQUIRE(one.range.begin + shift == other.range.begin);
    REQUIRE(one.range.end + shift == other.range.end);
    REQUIRE(ours.strings.substr(one.text.begin, one.text.size) ==
            theirs.strings.substr(other.text.begin, other.text.size));
  }
}

/// Lines as people write them, and as they get them wrong.
class TextMaker {
 public:
  explicit TextMaker(unsigned seed) : random_(seed) {}

  std::string make() {
    std::string text;
    for (std::size_t lines = below(7) + 1; lines > 0; --lines) {
      text += std::string(one_of<std::size_t, 8>({0, 0, 0, 0, 2, 2, 4, 1}), ' ');
      if (below(4) == 0) text += "- ";
      if (below(6) != 0)
        text += one_of<const char*, 8>({"a", "b", "c_1", "d-e", "id", "null", "3", "nøgle"}) +
                std::string(below(12) == 0 ? ":" : ": ");
      if (below(5) != 0) text += value(0);
      text += one_of<const char*, 8>({"\n", "\n", "\n", "\n", "\n\n", "  \n", " # c\n", ""});
    }
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  template <class T, std::size_t Count>
  T one_of(const std::array<T, Count>& all) {
    return all.at(below(Count));
  }

  std::string value(int depth) {
    if (depth < 3 && below(4) == 0) {
      const bool mapping = below(2) == 0;
      std::string flow = mapping ? "{" : "[";
      for (std::size_t left = below(4); left > 0; --left) {
        if (mapping) flow += one_of<const char*, 3>({"k", "l", "m"}) + std::string(": ");
        flow += value(depth + 1);
        flow += left == 1 ? "" : one_of<const char*, 3>({", ", ",", " , "});
      }
      return flow + (mapping ? "}" : "]");
    }
    return one_of<const char*, 32>(
        {"x",       "word word", "1.0",   "2025-11-19", "\"1.0\"", "'q'",     "\"\"", "\"a: b, [c]\"",
         "P1Y",     "æøå ÆØÅ",   "a-b",   "12:30",      "~",       "null",    "NULL", "https://a.dk/b",
         "a#b",     "a: b",      "-5",    "? x",        "*a",      "&a b",    "!t x", "'it''s'",
         "\"\\n\"", "«x»",       "a – b", "true",       "(x) y",   "/p/q.md", "x  y", "a, b"});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("what is written plainly is read without yaml-cpp, to the same tree") {
  for (const std::string& text : std::vector<std::string>{
           "a: 1\nb: [x, 'y', \"z\"]\nc:\n  - d: e\n    f: g\n  - h\n",
           "- a\n- b: c\n  d: e\n- {f: g, h: [i, {j: k}]}\n",
           "history:\n- {version: \"1.0\", date: 2025-11-19, by: CAI, change: Ny politik, kind: new}\nnext: x",
           "id: a\ntitle: Politik for æøå (del 1)\n\nlist: []\nempty: {}\ntext: \"\"\n",
           "a:\n    b:\n        c: d\n    e: f\n"}) {
    CHECK(is_simple(text));
    gives_the_same(text);
  }
}

TEST_CASE("whatever is not plain is left to yaml-cpp") {
  for (const std::string& text : std::vector<std::string>{
           "",          "# c\n",   "a:\n",          "a: ~\n",      "a: null\n",       "a: b # c\n",    "a: |\n  b\n",
           "a: &x b\n", "a: *x\n", "a: b\n  c\n",   "a: b: c\n",   "a: [b\n  , c]\n", "a: \"b\\n\"\n", "a: 'b''c'\n",
           "a:\tb\n",   "- - a\n", "? a\n",         "a: b\n---\n", "...\n",           "a\n",           "a: [b, ]\n",
           "a: {b}\n",  " a: b\n", "a: b\n c: d\n", "a: b\n- c\n"}) {
    INFO(text);
    CHECK_FALSE(is_simple(text));
  }
}

TEST_CASE("random documents give the same tree either way") {
  int simple = 0;
  for (unsigned seed = 0; seed < 80'000; ++seed) {
    const std::string text = TextMaker(seed).make();
    if (!is_simple(text)) continue;
    ++simple;
    gives_the_same(text);
  }
  CHECK(simple > 1000);
}

TEST_CASE("the front matter of this repository's documents is plain, and gives the same tree either way") {
  int documents = 0;
  int simple = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(KANON_SOURCE) / "content" / "documents")) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string front = text.substr(4, text.find("\n---\n") - 3);
    ++documents;
    if (!is_simple(front)) continue;
    ++simple;
    gives_the_same(front);
  }
  CHECK(documents > 0);
  CHECK(simple * 2 > documents);
}
