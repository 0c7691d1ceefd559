#include "emit/pdf/to_unicode.h"

#include <catch2/catch.hpp>

using namespace kanon;

namespace {

const std::string map =
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfrange\n<0000> <0000> <0000>\n"
    "<0001> <0003> [<0053> <FB01> <0009> ]\nendbfrange\n1 beginbfrange\n<0010> <0012> <0061>\nendbfrange\n"
    "2 beginbfchar\n<0020> <200B>\n<0021> <00660069>\nendbfchar\nendcmap\n";

}  // namespace

TEST_CASE("a ToUnicode map is read, whichever form its entries have") {
  const Letters letters = read_to_unicode(map);
  using namespace std::string_literals;
  CHECK(letters.at("\0\1"s) == "\0S"s);
  CHECK(letters.at("\0\2"s) == "\xFB\x01"s);
  CHECK(letters.at("\0\3"s) == "\0\t"s);
  CHECK(letters.at("\0\x10"s) == "\0a"s);
  CHECK(letters.at("\0\x20"s) == "\x20\x0B"s);
  CHECK(letters.at("\0\x21"s) == "\0f\0i"s);
}

TEST_CASE("only the texts of a ToUnicode map are changed") {
  CHECK(changed_to_unicode(map, [](const std::string& text) { return text; }) == map);
  const std::string changed = changed_to_unicode(
      map, [](const std::string& text) { return text == "\xFB\x01" ? std::string("\0f\0i", 4) : text; });
  CHECK(changed.find("[<0053> <00660069> <0009> ]") != std::string::npos);
  CHECK(changed.size() == map.size() + 4);
}

TEST_CASE("a ToUnicode map that is cut off is read as far as it goes") {
  for (std::size_t size = 0; size < map.size(); ++size) (void)read_to_unicode(map.substr(0, size));
  CHECK(read_to_unicode("beginbfchar <").empty());
  CHECK(read_to_unicode("beginbfrange <00> <01> [").empty());
}
