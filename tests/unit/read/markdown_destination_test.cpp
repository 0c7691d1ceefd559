#include "read/markdown_destination.h"

#include <catch2/catch.hpp>

#include "unit/read/markdown_reading.h"

using namespace kanon;

TEST_CASE("relative destinations and the allowed schemes are safe") {
  for (const std::string_view destination : {"",
                                             "a.md",
                                             "../a.md#b",
                                             "/a/b",
                                             "#a",
                                             "?a",
                                             "http://x.dk",
                                             "HTTPS://x.dk",
                                             "mailto:a@b.dk",
                                             "tel:+4512345678",
                                             "ref:backup#tid",
                                             "./a:b.md",
                                             "a/b:c",
                                             "#a:b",
                                             "?a:b",
                                             "%41.md",
                                             "Bilag%3A%20A.md",
                                             "min fil.md",
                                             "æøå.md",
                                             "javascript",
                                             "data.md"}) {
    INFO(destination);
    CHECK(is_safe_destination(destination, DestinationUse::link));
  }
}

TEST_CASE("everything else is not") {
  for (const std::string_view destination : {"javascript:x",
                                             "JaVaScRiPt:x",
                                             " javascript:x",
                                             "java\tscript:x",
                                             "java\nscript:x",
                                             "\x01javascript:x",
                                             "javascript :x",
                                             "java\xC2\xADscript:x",
                                             "\xE2\x80\x8Bjavascript:x",
                                             "javascript%3Ax",
                                             "%6Aavascript:x",
                                             "javascript%253Ax",
                                             "vbscript:x",
                                             "data:text/html,x",
                                             "DATA:x",
                                             "file:///etc",
                                             "blob:x",
                                             "ftp://x",
                                             "//host/x",
                                             "\\\\host\\x",
                                             "/\\host",
                                             "\\/host",
                                             "/\t/host",
                                             "about:blank",
                                             "ws://x",
                                             "x:y",
                                             "view-source:x",

                                             "javascript&colon;x:"}) {
    INFO(destination);
    CHECK_FALSE(is_safe_destination(destination, DestinationUse::link));
  }
}

TEST_CASE("pictures come from files or the web") {
  CHECK(is_safe_destination("a.png", DestinationUse::image));
  CHECK(is_safe_destination("https://x.dk/a.png", DestinationUse::image));
  for (const std::string_view destination :
       {"data:image/png;base64,x", "ref:a", "mailto:a@b.dk", "tel:1", "//x/a.png"}) {
    INFO(destination);
    CHECK_FALSE(is_safe_destination(destination, DestinationUse::image));
  }
}

TEST_CASE("an unsafe link keeps its text, loses its destination and is found") {
  const MarkdownReading body(
      "a [b](javascript:x) <file:x> ![c](data:y) [d][r] [&#106;](&#106;avascript&colon;x) [e](ok.md)\n\n[r]: "
      "<JaVa&Tab;script:x> 'y'\n");
  CHECK(body.texts(MarkdownKind::link) == Strings{"", "", "", "", "ok.md"});
  CHECK(body.texts(MarkdownKind::image) == Strings{""});
  CHECK(body.findings() == Strings{"unsafe-link: [b](javascript:x)", "unsafe-link: <file:x>",
                                   "unsafe-link: ![c](data:y)", "unsafe-link: [d][r]",
                                   "unsafe-link: [&#106;](&#106;avascript&colon;x)"});
  CHECK(plain_text(body.file(), 0) == "a b file:x c d j e");
}
