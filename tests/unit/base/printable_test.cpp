#include <catch2/catch.hpp>

#include "base/text.h"

using namespace kanon;

TEST_CASE("a printable text has a blank for every control character") {
  CHECK(printable("") == "");
  CHECK(printable("Æblegrød – «tekst» 日本") == "Æblegrød – «tekst» 日本");
  CHECK(printable("a\tb\nc\rd") == "a b c d");
  CHECK(printable("\x1b[31mrød\x1b[0m") == " [31mrød [0m");
  CHECK(printable("a\x7f") == "a ");
  CHECK(printable(std::string("a\0b", 3)) == "a b");
}

TEST_CASE("the controls beyond ASCII are blanks too, one for each") {
  CHECK(printable("a\xc2\x9b\x33m") == "a 3m");
  CHECK(printable("\xc2\x80\xc2\x9f") == "  ");
  CHECK(printable("\xc2\xa0") == "\xc2\xa0");
  CHECK(printable("\xc2") == "\xc2");
}
