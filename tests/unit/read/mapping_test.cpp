#include "read/mapping.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "unit/read/read_text.h"

using namespace kanon;

namespace {

/// Reads one key of a YAML text and finishes.
template <class Read>
Found found_in(std::string_view yaml, Read read) {
  ReadText text("content/criteria.yaml", yaml);
  Mapping mapping(text.reading());
  read(mapping);
  mapping.finish();
  return text.found();
}

Found found_as(std::string_view value, auto form) {
  return found_in("k: " + std::string(value) + "\n", [&](Mapping& mapping) { mapping.required("k", form); });
}

}  // namespace

TEST_CASE("a mapping gives what was asked for, with its place") {
  ReadText text("content/criteria.yaml", "title: \"Politik: én\"\ndate: 2025-11-19\nlist: [a, 'b']\n");
  Mapping mapping(text.reading());
  const auto title = mapping.required_text("title", "x");
  const auto date = mapping.optional_date("date");
  const auto list = mapping.texts("list");
  mapping.finish();
  CHECK(*title == "Politik: én");
  CHECK(text.at(title.range) == "\"Politik: én\"");
  REQUIRE(date);
  CHECK((*date)->iso() == "2025-11-19");
  CHECK(text.at(date->range) == "2025-11-19");
  REQUIRE(list.size() == 2);
  CHECK(text.at(list[1].range) == "'b'");
  CHECK(text.found().empty());
}

TEST_CASE("a key that nobody asked for is unknown and names the nearest") {
  ReadText text("content/criteria.yaml", "titel: A\nzzzzzzzz: B\n");
  Mapping mapping(text.reading());
  mapping.optional_text("title");
  mapping.optional_text("owner");
  mapping.finish();
  CHECK(text.found() == Found{"unknown-key 1:1-1:6", "unknown-key 2:1-2:9"});
  const auto& findings = text.findings();
  CHECK(findings[0].help.da == "Mente du «title»?");
  CHECK(findings[0].help.en == "Did you mean “title”?");
  CHECK(findings[1].help.en == "Correct or remove it. These can stand here: owner, title");
}

TEST_CASE("a required key that is missing points at the opening of its mapping") {
  const auto read = [](Mapping& mapping) {
    mapping.sequence("list", [](Mapping& entry) { entry.required_text("id", "a"); });
  };
  CHECK(found_in("list:\n  - {a: 1}\n", read) == Found{"missing-key 2:5-2:6", "unknown-key 2:6-2:7"});
  CHECK(found_in("list:\n  - æble: 1\n", read) == Found{"missing-key 2:5-2:6", "unknown-key 2:5-2:9"});
  CHECK(found_in("list: [{}]\n", read) == Found{"missing-key 1:8-1:9"});
}

TEST_CASE("front matter lacks its keys at line 1") {
  ReadText text("content/pages/a.md", "---\n# nothing but this\nother: 1\n---\nText\n");
  Mapping mapping(text.reading());
  mapping.required_text("title", "Kontakt");
  mapping.finish();
  CHECK(text.found() == Found{"missing-key 1:1-1:4", "unknown-key 3:1-3:6"});
  CHECK(text.findings()[0].help.da == "Tilføj den, for eksempel title: Kontakt");
}

TEST_CASE("a file without any keys is one finding, however many it lacks") {
  for (const std::string_view bytes : {"", "Text\n", "---\n---\nText\n"}) {
    ReadText text("content/pages/a.md", bytes);
    Mapping mapping(text.reading());
    mapping.required_text("id", "a");
    mapping.required_text("title", "b");
    mapping.finish();
    REQUIRE(text.findings().size() == 1);
    CHECK(text.findings()[0].rule == RuleId::missing_key);
    CHECK(text.findings()[0].message.en == "The file's details are missing: id, title");
    CHECK(text.findings()[0].range.begin == 0);
  }
  ReadText empty("content/criteria.yaml", "# only a comment\n");
  Mapping mapping(empty.reading());
  mapping.required_text("title", "b");
  mapping.finish();
  CHECK(empty.found() == Found{"missing-key 1:1-1:2"});
}

TEST_CASE("what the parser could not read is not missing") {
  ReadText broken("content/criteria.yaml", "title: [a\n");
  CHECK(broken.reading().is_cut_off());
  Mapping mapping(broken.reading());
  mapping.optional_text("title");
  mapping.required_text("id", "a");
  mapping.finish();
  CHECK(broken.found().empty());

  // what was closed before the mistake is known to be whole
  ReadText later("content/criteria.yaml", "list:\n  - {a: 1}\ntitle: [a\n");
  Mapping root(later.reading());
  root.sequence("list", [](Mapping& entry) { entry.required_text("id", "a"); });
  root.required_text("owner", "a");
  root.optional_text("title");
  root.finish();
  CHECK(later.found() == Found{"missing-key 2:5-2:6", "unknown-key 2:6-2:7"});
}

TEST_CASE("an empty value of a required key points at the key") {
  const auto read = [](Mapping& mapping) { mapping.required_text("title", "x"); };
  for (const std::string_view yaml : {"title:\n", "title: ~\n", "title: \"\"\n", "title: null\n", "title: '  '\n"}) {
    CHECK(found_in(yaml, read) == Found{"invalid-value 1:1-1:6"});
  }
}

TEST_CASE("an optional key without a value counts as absent") {
  ReadText text("content/criteria.yaml", "a:\nb: ~\nc:\nd:\ne: ''\nf:\n");
  Mapping mapping(text.reading());
  CHECK_FALSE(mapping.optional_text("a"));
  CHECK_FALSE(mapping.optional_date("b"));
  CHECK(mapping.texts("c").empty());
  CHECK_FALSE(mapping.mapping("d", [](Mapping&) { FAIL("nothing to read"); }));
  CHECK(mapping.text("e").empty());
  mapping.sequence("f", [](Mapping&) { FAIL("nothing to read"); });
  mapping.finish();
  CHECK(text.found().empty());
}

TEST_CASE("a value of another kind is an invalid value at its place") {
  const auto text_expected = [](Mapping& mapping) { mapping.required_text("k", "x"); };
  CHECK(found_in("k: [a]\n", text_expected) == Found{"invalid-value 1:4-1:7"});
  CHECK(found_in("k: {a: {b: {c: d}}}\n", text_expected) == Found{"invalid-value 1:4-1:20"});
  const auto list_expected = [](Mapping& mapping) { mapping.texts("k"); };
  CHECK(found_in("k: a\n", list_expected) == Found{"invalid-value 1:4-1:5"});
  CHECK(found_in("k: {a: b}\n", list_expected) == Found{"invalid-value 1:4-1:10"});
  CHECK(found_in("k: [a, [b], '', ~, c]\n", list_expected) ==
        Found{"invalid-value 1:8-1:11", "invalid-value 1:13-1:15", "invalid-value 1:17-1:18"});
  const auto mapping_expected = [](Mapping& mapping) { mapping.mapping("k", [](Mapping&) {}); };
  CHECK(found_in("k: a\n", mapping_expected) == Found{"invalid-value 1:4-1:5"});
  const auto mappings_expected = [](Mapping& mapping) { mapping.sequence("k", [](Mapping&) {}); };
  CHECK(found_in("k: [a, {}]\n", mappings_expected) == Found{"invalid-value 1:5-1:6"});
  CHECK(found_in("- a\n", text_expected) == Found{"invalid-value 1:1-1:4"});
}

TEST_CASE("a list written as one value is told how to write it") {
  ReadText text("content/criteria.yaml", "related: backup\n");
  Mapping mapping(text.reading());
  mapping.texts("related");
  REQUIRE(text.findings().size() == 1);
  CHECK(text.findings()[0].message.da == "«related» er en tekst, men skal være en liste");
  CHECK(text.findings()[0].help.da == "Skriv værdierne i kantede parenteser: related: [backup]");
}

TEST_CASE("dates, versions, durations and booleans have one form") {
  const Found wrong{"invalid-value 1:4-1:14"};
  CHECK(found_as("2025-02-30", date_form()) == wrong);
  CHECK(found_as("1899-12-31", date_form()) == wrong);
  CHECK(found_as("2200-01-01", date_form()) == wrong);
  CHECK(found_as("19-11-2025", date_form()) == wrong);
  CHECK(found_as("\"2025-11-19\"", date_form()).empty());
  CHECK(found_as("1.10", version_form()).empty());
  CHECK(found_as("\"1.10\"", version_form()).empty());
  CHECK(found_as("1.2-beta", version_form()).size() == 1);
  CHECK(found_as("01.2", version_form()).size() == 1);
  CHECK(found_as("P1Y", duration_form()).empty());
  CHECK(found_as("P0D", duration_form()).size() == 1);
  CHECK(found_as("1 year", duration_form()).size() == 1);
  CHECK(found_as("true", boolean_form()).empty());
  for (const auto* not_boolean : {"yes", "no", "on", "True", "1", "ja"}) {
    CHECK(found_as(not_boolean, boolean_form()).size() == 1);
  }
}

TEST_CASE("a date written the Danish way is understood in the help") {
  for (const auto* written : {"19-11-2025", "19.11.2025", "19/11/2025"}) {
    ReadText text("content/criteria.yaml", std::string("date: ") + written);
    Mapping mapping(text.reading());
    mapping.optional_date("date");
    REQUIRE(text.findings().size() == 1);
    CHECK(text.findings()[0].help.da == "Mente du 2025-11-19? Skriv år, måned og dag i den rækkefølge.");
  }
}

TEST_CASE("a mistyped word of a fixed set is guessed in both languages") {
  const auto form = choice_form<int>({{"approve", 1}, {"object", 2}});
  ReadText text("content/criteria.yaml", "decision: aprove\n");
  Mapping mapping(text.reading());
  CHECK_FALSE(was_read(mapping.required("decision", form)));
  REQUIRE(text.findings().size() == 1);
  CHECK(text.found() == Found{"invalid-value 1:11-1:17"});
  CHECK(text.findings()[0].message.da == "«decision» er «aprove», men skal være approve eller object");
  CHECK(text.findings()[0].message.en == "“decision” is “aprove”, but must be approve or object");
  CHECK(text.findings()[0].help.da == "Mente du «approve»?");
  CHECK(text.findings()[0].help.en == "Did you mean “approve”?");
}

TEST_CASE("addresses: only what a link may hold") {
  for (const auto* good : {"https://eksempel.dk", "http://eksempel.dk:8080/a/b?c=d#e", "HTTPS://www.eksempel.dk/æ"}) {
    CHECK(url_form().parse(good));
  }
  for (const auto* bad :
       {"javascript:alert(1)", "eksempel.dk", "//eksempel.dk", "https://", "https:///a", "ftp://a.dk", "https://a b.dk",
        "https://user:pw@a.dk", "https://a.dk/\"onclick", "https://a.dk:port/", "data:text/html,x", "", "https"}) {
    CHECK_FALSE(url_form().parse(bad));
  }
  CHECK(former_address_form().parse("/old/address/") == "old/address");
  CHECK(former_address_form().parse("Om-os.html") == "Om-os.html");
  for (const auto* bad : {"..", "../a", "a/../b", "/", "", "//evil.dk", "a//b", "https://a.dk", "a b", "a/.git", "a\\b",
                          "a?b", "a#b", "%2e%2e/a", "/etc/../passwd", "😀"}) {
    CHECK_FALSE(former_address_form().parse(bad));
  }
}

TEST_CASE("text that can't be published is refused") {
  CHECK(is_publishable("Én linje\n\tog en til 😀"));
  CHECK_FALSE(is_publishable("a\x07"));
  CHECK_FALSE(is_publishable("a\xEF\xBF\xBF"));
  CHECK_FALSE(is_publishable("\xED\xA0\x80"));
  const auto read = [](Mapping& mapping) { mapping.required_text("k", "x"); };
  CHECK(found_in("k: \"a\\u0007b\"\n", read) == Found{"invalid-value 1:4-1:14"});
}

TEST_CASE("a text may have 100,000 characters and not one more") {
  const auto read = [](Mapping& mapping) { mapping.required_text("k", "x"); };
  std::string longest;
  for (int i = 0; i < 100'000; ++i) longest += "æ";
  CHECK(found_in("k: " + longest + "\n", read).empty());
  CHECK(found_in("k: " + longest + "a\n", read) == Found{"invalid-value 1:4-1:100005"});
}

TEST_CASE("a value is quoted short and on one line") {
  CHECK(quotable("a\nb") == "a b");
  const std::string quoted = quotable(std::string(5000, 'x'));
  CHECK(quoted == std::string(60, 'x') + "…");
}

TEST_CASE("a mapping of very many keys is read in time, and its findings are bounded") {
  std::string yaml;
  for (int i = 0; i < 50'000; ++i) yaml += fmt::format("key{}: 1\n", i);
  ReadText text("content/criteria.yaml", yaml);
  const auto began = std::chrono::steady_clock::now();
  {
    Mapping mapping(text.reading());
    for (const auto& key : mapping.keys()) mapping.required_text(*key, "x");
    mapping.finish();
    CHECK(text.reading().found() == 0);
  }
  Mapping mapping(text.reading());
  mapping.optional_text("title");
  mapping.finish();
  CHECK(text.findings().size() == Reading::most_findings);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}
