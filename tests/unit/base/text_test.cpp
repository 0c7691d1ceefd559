#include "base/text.h"

#include <catch2/catch.hpp>

#include "base/escape.h"
#include "base/id.h"
#include "base/nearest.h"
#include "base/sha256.h"
#include "base/slug.h"
#include "base/version.h"

using namespace kanon;

TEST_CASE("UTF-8 is well-formed as RFC 3629 says, and holds no NUL") {
  CHECK_FALSE(first_invalid_utf8("æøå €😀"));
  CHECK(first_invalid_utf8("ab\xC3") == 2U);
  CHECK(first_invalid_utf8("a\xC0\x80") == 1U);
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0U);
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0U);
  CHECK(first_invalid_utf8(std::string_view("a\0b", 3)) == 1U);
  CHECK(code_points("æøå😀") == 4);
}

TEST_CASE("text is evened out: no BOM, line ends as LF") {
  CHECK(normalised_text("\xEF\xBB\xBF"
                        "a\r\nb\rc\n") == "a\nb\nc\n");
}

TEST_CASE("an anchor is the heading in plain letters") {
  CHECK(anchor_of("Ansvar og roller") == "ansvar-og-roller");
  CHECK(anchor_of("Målsætning for Østjylland: Ærø!") == "maalsaetning-for-oestjylland-aeroe");
  CHECK(anchor_of("Ma\xCC\x8Al") == "maal");  // å as a letter and a combining ring
  CHECK(anchor_of("Café über") == "cafe-uber");
  CHECK(anchor_of("  3.1 (a) — b  ") == "3-1-a-b");
  CHECK(anchor_of("日本") == "afsnit");
  CHECK(anchor_of("") == "afsnit");
}

TEST_CASE("ids are plain") {
  CHECK(is_item_id("backup-2"));
  for (const char* wrong : {"", "-a", "Backup", "a_b", "a/b", "../a", "å", "a b"}) CHECK_FALSE(is_item_id(wrong));
  CHECK(is_requirement_id("LK-BAS-5.1"));
  CHECK_FALSE(is_requirement_id(".5"));
}

TEST_CASE("versions are compared number by number") {
  CHECK(*Version::parse("1.10") > *Version::parse("1.9"));
  CHECK(*Version::parse("2") > *Version::parse("1.99.99"));
  for (const char* wrong : {"", "1.", ".1", "v1", "1.0a", "01", "1.2.3.4.5", "1234567"})
    CHECK_FALSE(Version::parse(wrong));
}

TEST_CASE("the nearest candidate is what was most likely meant") {
  CHECK(nearest("titel", {"title", "type", "id"}) == "title");
  CHECK(nearest("backup-politk", {"backup-politik", "logning-politik"}) == "backup-politik");
  CHECK(nearest("tilte", {"title"}) == "title");
  CHECK_FALSE(nearest("xyz", {"title", "type"}));
  CHECK_FALSE(nearest(std::string(100'000, 'a'), {"title"}));
}

TEST_CASE("escapes are for attributes and text alike") {
  CHECK(escape_html("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;'");
  CHECK(escape_href("a b?æ=1&c=\"%20'") == "a%20b?%C3%A6=1&amp;c=%22%20&#x27;");
}

TEST_CASE("SHA-256 is that of FIPS 180-4") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
