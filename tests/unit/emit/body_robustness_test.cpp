#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "unit/emit/body_reading.h"
#include "unit/emit/strict_html.h"

namespace {

constexpr std::array<std::string_view, 92> kPieces{"# ",
                                                   "## ",
                                                   "\n",
                                                   "\n\n",
                                                   "> ",
                                                   "- ",
                                                   "1. ",
                                                   "   ",
                                                   "    ",
                                                   "\t",
                                                   "*",
                                                   "**",
                                                   "_",
                                                   "~~",
                                                   "~",
                                                   "`",
                                                   "``",
                                                   "```\n",
                                                   "```kanon history a=b\n",
                                                   "[",
                                                   "]",
                                                   "](",
                                                   ")",
                                                   "(",
                                                   "![",
                                                   "<",
                                                   ">",
                                                   "[^1]",
                                                   "[^1]: ",
                                                   "[^æ]",
                                                   "[^æ]: ",
                                                   "[!NOTE]",
                                                   "[!DEFINITION] x",
                                                   "{#id}",
                                                   "| ",
                                                   "|",
                                                   "|--|--|\n",
                                                   "| a | b |\n|---|:-:|\n| c | d |\n",
                                                   "<ul>",
                                                   "<li>",
                                                   "</li>",
                                                   "</ul>",
                                                   "<ol start=3>",
                                                   "<dl>",
                                                   "<dt>",
                                                   "<dd>",
                                                   "</dl>",
                                                   "<p>",
                                                   "</p>",
                                                   "<div>",
                                                   "</div>",
                                                   "<details>",
                                                   "<summary>",
                                                   "</summary>",
                                                   "</details>",
                                                   "<figure>",
                                                   "<figcaption>",
                                                   "</figcaption>",
                                                   "</figure>",
                                                   "<b>",
                                                   "</b>",
                                                   "<i>",
                                                   "<br>",
                                                   "<script>",
                                                   "</script>",
                                                   "<svg>",
                                                   "</svg>",
                                                   "<!--",
                                                   "-->",
                                                   "<?",
                                                   "<![CDATA[",
                                                   "<span class=\"a",
                                                   "\">",
                                                   " title='x'",
                                                   "æøå",
                                                   "&amp;",
                                                   "&#0;",
                                                   "&lt;script&gt;",
                                                   "\\",
                                                   "\\|",
                                                   "word",
                                                   "http://x.dk",
                                                   "www.a.dk",
                                                   "a@b.dk",
                                                   "javascript:x",
                                                   "[x](y \"z\")",
                                                   "[y]: z\n",
                                                   "---\n",
                                                   "===\n",
                                                   "\x01",
                                                   "\xFF",
                                                   "[ ] "};

std::string invented(std::mt19937& random) {
  std::string text;
  const std::size_t length = 1 + random() % 60;
  for (std::size_t i = 0; i < length; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

std::string mutated(std::string text, std::mt19937& random) {
  for (std::size_t times = 1 + random() % 4; times > 0 && !text.empty(); --times) {
    const std::size_t at = random() % text.size();
    if (random() % 3 == 0) {
      text.erase(at, 1 + random() % 5);
    } else if (random() % 2 == 0) {
      text.insert(at, kPieces[random() % kPieces.size()]);
    } else {
      text[at] = static_cast<char>(random() % 256);
    }
  }
  return text;
}

/// Parses, packs, sends and writes; gives what is wrong with the outcome.
std::string fault_after_all(const std::string& text) {
  const kanon::ParsedFile file = kanon::parsed_body(text);
  const auto adopted = kanon::ParsedFile::adopt(file.bytes());
  if (!adopted) return "not adopted";
  return kanon::fault_of(kanon::write_body(*adopted, kanon::plain_context(*adopted)));
}

}  // namespace

TEST_CASE(
    "whatever the Markdown, the HTML is well-formed, valid in its nesting and holds nothing that is not allowed") {
  std::mt19937 random(20260728);
  for (int i = 0; i < 6000; ++i) {
    std::string text = invented(random);
    if (i % 2 == 1) text = mutated(text, random);
    INFO(i << ": " << text);
    const std::string fault = fault_after_all(text);
    REQUIRE(fault == "");
  }
}

TEST_CASE("nesting of any depth is read without recursion and written within a bound") {
  const auto repeated = [](std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const std::string& text :
       {repeated("> ", 2000) + "x", repeated("- ", 1000) + "x", repeated("*a **b ", 1000),
        repeated("<div>", 3000) + "x", repeated("<b>", 3000) + "x", repeated("<ul><li>", 2000) + "x",
        repeated("<dl><dt>", 2000) + "x", repeated("[", 3000), repeated("<details><summary>", 1000) + "x",
        repeated("> <div>\n", 300), "- " + repeated("<div>\n\n- ", 300)}) {
    INFO(text.substr(0, 40));
    CHECK(fault_after_all(text) == "");
  }
}

TEST_CASE("bytes that are no packed file are refused, or are safe to write") {
  std::mt19937 random(7);
  const std::string whole =
      kanon::parsed_body("# A\n\n- [b](c)[^1] <b>x</b>\n\n| a |\n|---|\n| b |\n\n[^1]: d\n").bytes();
  for (int i = 0; i < 4000; ++i) {
    std::string bytes = whole;
    for (std::size_t times = 1 + random() % 3; times > 0; --times)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const auto adopted = kanon::ParsedFile::adopt(bytes);
    if (adopted) CHECK(kanon::write_body(*adopted, kanon::plain_context(*adopted)).size() < 100'000);
  }
}
