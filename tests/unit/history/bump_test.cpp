#include "history/bump.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/history/one_document.h"

using namespace kanon;
using namespace kanon::test;

namespace {

Bump update(const std::string& by = "CAI", const std::string& change = "Nyt afsnit") {
  return {ChangeKind::updated, day("2026-01-15"), by, change, std::nullopt};
}

std::string with_front(const std::string& lines) {
  return "---\nid: politik\ntype: politik\ntitle: Politik\n" + lines + "---\n\n## Formål\n\nTekst.\n";
}

const std::string kFlowEntries =
    "version: \"1.1\"\nhistory:\n"
    "  - {version: \"1.1\", date: 2025-01-02, by: CAI, change: Ny, kind: new}\n";

Result<Bumped> bumped(const std::string& text, const Bump& how = update()) {
  const Corpus corpus = corpus_of_document(text);
  return bump(corpus, corpus.documents[0], how);
}

std::string text_of(const std::string& text, const Bump& how = update()) {
  const auto result = bumped(text, how);
  if (!result) FAIL(result.error().what.en);
  return result->text;
}

std::string error_of(const std::string& text, const Bump& how = update()) {
  const auto result = bumped(text, how);
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == Error::Kind::usage);
  CHECK_FALSE(result.error().help.en.empty());
  CHECK_FALSE(result.error().help.da.empty());
  return result.error().what.en;
}

/// What an entry says once it is read again.
std::string said(const HistoryEntry& entry) {
  return entry.version->text() + "|" + entry.date->iso() + "|" + entry.by + "|" + entry.change;
}

}  // namespace

TEST_CASE("the next version raises its last number, a new document its first", "[bump]") {
  CHECK(next_version(version("1.2"), ChangeKind::updated).text() == "1.3");
  CHECK(next_version(version("1.9"), ChangeKind::verified).text() == "1.10");
  CHECK(next_version(version("1.2"), ChangeKind::created).text() == "2.0");
  CHECK(next_version(version("2"), ChangeKind::updated).text() == "3");
  CHECK(next_version(version("1.2.3"), ChangeKind::created).text() == "2.0.0");
  CHECK(next_version(version("1.999999"), ChangeKind::updated).text() == "1.999999");
}

TEST_CASE("a new entry stands on top in the form of the one below it", "[bump]") {
  const std::string flow = "{version: \"1.2\", date: 2026-01-15, by: CAI, change: Nyt afsnit, kind: updated}";
  SECTION("a block list of flow mappings") {
    CHECK(text_of(with_front(kFlowEntries)) ==
          with_front("version: \"1.2\"\nhistory:\n  - " + flow +
                     "\n  - {version: \"1.1\", date: 2025-01-02, by: CAI, change: Ny, kind: new}\n"));
  }
  SECTION("with blanks inside the braces, not indented, below a comment") {
    CHECK(
        text_of(with_front("version: 1.1 # den nyeste\nhistory: # nyeste øverst\n# her\n-   { version: \"1.1\", date: "
                           "2025-01-02 }\n")) ==
        with_front("version: \"1.2\" # den nyeste\nhistory: # nyeste øverst\n# her\n-   { version: \"1.2\", date: "
                   "2026-01-15, by: CAI, change: Nyt afsnit, kind: updated }\n-   { version: \"1.1\", date: "
                   "2025-01-02 }\n"));
  }
  SECTION("a block list of block mappings") {
    CHECK(text_of(with_front("version: '1.1'\nhistory:\n  -  version: \"1.1\"\n     date: 2025-01-02\n")) ==
          with_front("version: \"1.2\"\nhistory:\n  -  version: \"1.2\"\n     date: 2026-01-15\n     by: CAI\n"
                     "     change: Nyt afsnit\n     kind: updated\n  -  version: \"1.1\"\n     date: 2025-01-02\n"));
  }
  SECTION("a dash on a line of its own") {
    CHECK(text_of(with_front("version: \"1.1\"\nhistory:\n  -\n    date: 2025-01-02\n    version: \"1.1\"\n")) ==
          with_front("version: \"1.2\"\nhistory:\n  - version: \"1.2\"\n    date: 2026-01-15\n    by: CAI\n"
                     "    change: Nyt afsnit\n    kind: updated\n  -\n    date: 2025-01-02\n    version: \"1.1\"\n"));
  }
  SECTION("a flow list on one line") {
    CHECK(text_of(with_front("history: [{version: \"1.1\", date: 2025-01-02}]\nversion: \"1.1\"\n")) ==
          with_front("history: [" + flow + ", {version: \"1.1\", date: 2025-01-02}]\nversion: \"1.2\"\n"));
  }
  SECTION("a flow list on several lines") {
    CHECK(text_of(with_front("version: \"1.1\"\nhistory: [\n    {version: \"1.1\", date: 2025-01-02},\n  ]\n")) ==
          with_front("version: \"1.2\"\nhistory: [\n    " + flow +
                     ",\n    {version: \"1.1\", date: 2025-01-02},\n  ]\n"));
  }
}

TEST_CASE("values are quoted where YAML would take them for something else", "[bump]") {
  const std::vector<std::pair<std::string, std::string>> forms{
      {"Nyt afsnit 4", "Nyt afsnit 4"},
      {"Ændret på øen", "Ændret på øen"},
      {"CAI/HR (fælles)", "CAI/HR (fælles)"},
      {"4 nye afsnit", "\"4 nye afsnit\""},
      {"1.2", "\"1.2\""},
      {"true", "\"true\""},
      {"No", "\"No\""},
      {"null", "\"null\""},
      {"~", "\"~\""},
      {"Nyt: alt", "\"Nyt: alt\""},
      {"a, b", "\"a, b\""},
      {"a}", "\"a}\""},
      {"- a", "\"- a\""},
      {"a #b", "\"a #b\""},
      {" a ", "\" a \""},
      {"han sagde \"nej\" \\ 'ja'", "\"han sagde \\\"nej\\\" \\\\ 'ja'\""},
      {"*a", "\"*a\""},
      {"a\xE2\x80\xA8"
       "b",
       "\"a\\u2028b\""},
      {"a\xC2\x85"
       "b",
       "\"a\\u0085b\""},
      {"漢字 😀", "\"漢字 😀\""},
  };
  for (const auto& [value, written] : forms) {
    INFO(value);
    const std::string text = text_of(with_front(kFlowEntries), update("CAI", value));
    CHECK(text.find("change: " + written + ", kind: updated}") != std::string::npos);
    const Corpus again = corpus_of_document(text);
    CHECK(again.documents[0].history.front().change == value);
  }
}

TEST_CASE("a new text loses the day that the one before took effect, a verified one keeps it", "[bump]") {
  const std::string text = with_front(kFlowEntries + "effective: 2025-02-01   # vedtaget\nowner: CAI\n");
  const auto updated = bumped(text);
  REQUIRE(updated);
  CHECK(updated->effective_removed);
  CHECK(updated->text.find("effective") == std::string::npos);
  CHECK(updated->text.find("kind: new}\nowner: CAI\n---\n") != std::string::npos);
  Bump how = update();
  how.kind = ChangeKind::verified;
  const auto verified = bumped(text, how);
  REQUIRE(verified);
  CHECK_FALSE(verified->effective_removed);
  CHECK(verified->text.find("effective: 2025-02-01   # vedtaget\n") != std::string::npos);
  how.kind = ChangeKind::created;
  CHECK(bumped(text, how)->effective_removed);
  CHECK(bumped(text, how)->version.text() == "2.0");
}

TEST_CASE("front matter in braces is edited too", "[bump]") {
  const std::string front =
      "---\n{id: politik, type: politik, title: Politik, effective: 2025-01-01, version: \"1.0\", history: [{version: "
      "\"1.0\", date: 2025-01-02}]}\n---\nTekst.\n";
  CHECK(
      text_of(front) ==
      "---\n{id: politik, type: politik, title: Politik, version: \"1.1\", history: [{version: \"1.1\", date: "
      "2026-01-15, by: CAI, change: Nyt afsnit, kind: updated}, {version: \"1.0\", date: 2025-01-02}]}\n---\nTekst.\n");
}

TEST_CASE("a version that is not above the newest is refused", "[bump]") {
  Bump how = update();
  how.to = version("1.1");
  CHECK(error_of(with_front(kFlowEntries), how) ==
        "Version 1.1 of content/documents/politik.md is not above the newest, 1.1");
  how.to = version("1.1.0");
  CHECK(bumped(with_front(kFlowEntries), how)->version.text() == "1.1.0");
  SECTION("the newest history entry counts") {
    how.to = version("1.2");
    CHECK(error_of(with_front("version: \"1.1\"\nhistory:\n  - {version: \"1.4\", date: 2025-01-02}\n"), how) ==
          "Version 1.2 of content/documents/politik.md is not above the newest, 1.4");
  }
  SECTION("the newest release counts") {
    Corpus corpus = corpus_of_document(with_front(kFlowEntries));
    LedgerEntry released;
    released.version.value = version("1.7");
    corpus.archive["politik"].entries.push_back(released);
    CHECK(newest_version(corpus, corpus.documents[0]).text() == "1.7");
    CHECK(bump(corpus, corpus.documents[0], update())->version.text() == "1.8");
    how.to = version("1.7");
    CHECK_FALSE(bump(corpus, corpus.documents[0], how));
  }
  CHECK(error_of(with_front("version: \"1.999999\"\nhistory:\n  - {version: \"1.999999\", date: 2025-01-02}\n")) ==
        "Version 1.999999 of content/documents/politik.md is not above the newest, 1.999999");
}

TEST_CASE("what only a person can edit is refused, with what to write", "[bump]") {
  const std::string entry = "{version: \"1.1\", date: 2025-01-02}";
  const std::vector<std::string> fronts{
      "version: \"1.1\"\n",
      "version: \"1.1\"\nhistory:\n",
      "version: \"1.1\"\nhistory: []\n",
      "version: \"1.1\"\nhistory: Ny\n",
      "version: \"1.1\"\nhistory: {a: 1}\n",
      "version: \"1.1\"\nhistory: [a]\n",
      "version: \"1.1\"\nhistory:\n  - a\n",
      "version: \"1.1\"\nhistory:\n  - - " + entry + "\n",
      "version: \"1.1\"\nhistory:\n  - &a " + entry + "\n",
      "version: \"1.1\"\nhistory: &a [" + entry + "]\n",
      "version: \"1.1\"\nhistory: [&a " + entry + "]\n",
      "version: &v \"1.1\"\nhistory:\n  - {version: *v, date: 2025-01-02}\n",
      "version: >-\n  1.1\nhistory:\n  - " + entry + "\n",
      "related: [&e " + entry + "]\nversion: \"1.1\"\nhistory:\n  - *e\n",
      "related: [&e [" + entry + "]]\nversion: \"1.1\"\nhistory: *e\n",
      "version: \"1.1\"\nhistory:\n  - ? version\n    : \"1.1\"\n    date: 2025-01-02\n",
      "version: \"1.1\"\nhistory:\n  - " + entry + "\neffective: &d 2025-01-01\n",
      "version: \"1.1\"\nhistory:\n  - " + entry + "\nbad: [\n",
  };
  for (const auto& front : fronts) {
    INFO(front);
    CHECK(error_of(with_front(front)).starts_with("The program can't add a version to content/documents/politik.md"));
  }
  CHECK(bumped(with_front("version: \"1.1\"\n")).error().help.en ==
        "Change version to \"1.2\" yourself, and write on top of history: - {version: \"1.2\", date: 2026-01-15, by: "
        "CAI, change: Nyt afsnit, kind: updated}");
}

TEST_CASE("texts that can't be published are refused", "[bump]") {
  for (const std::string text : {"", "  ", "a\nb", "a\x01", "\xFF", "a\xEF\xBF\xBF"}) {
    INFO(text);
    CHECK(error_of(with_front(kFlowEntries), update("CAI", text)).find("--change") != std::string::npos);
    CHECK(error_of(with_front(kFlowEntries), update(text)).find("--by") != std::string::npos);
  }
}

TEST_CASE("a file keeps its byte order mark and each of its line ends", "[bump]") {
  CHECK(edited("\xEF\xBB\xBF"
               "a\r\nb\nc\r\n",
               {{{2, 2}, "x\n"}, {{4, 5}, "y\nz"}}) ==
        "\xEF\xBB\xBF"
        "a\r\nx\r\nb\ny\nz\r\n");
  CHECK(edited("a\rb", {{{1, 2}, ""}}) == "ab");
  CHECK(edited("ab\r", {{{3, 3}, "c\n"}}) == "ab\rc\r");
  CHECK(edited("", {{{0, 0}, "c\n"}}) == "c\n");
  CHECK(edited("a", {{{7, 9}, "!"}}) == "a!");
}

// Properties over many forms of front matter: what comes out reads as asked for, and nothing else has changed.
TEST_CASE("over many forms, the file says one version more and is otherwise as it was", "[bump]") {
  const std::vector<std::string> versions{"version: \"1.1\"", "version:   1.1", "version: '1.1'   # nu",
                                          "\"version\": \"1.1\""};
  const std::vector<std::string> histories{
      "history:\n  - {version: \"1.1\", date: 2025-01-02, by: CAI, change: 'Ny: alt', kind: updated}\n  - {version: "
      "\"1.0\", date: 2024-01-02}",
      "history:\n- version: \"1.1\"\n  date: 2025-01-02\n  change: |\n    Flere\n    linjer\n- {version: \"1.0\", "
      "date: "
      "2024-01-02}",
      "history: [{version: \"1.1\", date: 2025-01-02, change: \"[a, {b}]\"}, {version: \"1.0\", date: 2024-01-02}] # s",
      "history:\n    # nyeste øverst 😀\n    -   version: '1.1' # den nyeste\n        date: 2025-01-02\n\n    # før\n   "
      " - "
      "version: \"1.0\"\n      date: 2024-01-02",
      "history: [ # nyeste øverst\n  { version: \"1.1\",\n    date: 2025-01-02 },\n  {version: \"1.0\", date: "
      "2024-01-02}]",
  };
  const std::vector<std::string> others{"", "effective: 2025-03-01\n", "# æøå: \"[\n\n", "aliases:\n  - a\n  - b\n"};
  const std::vector<std::string> breaks{"\n", "\r\n", "\r"};
  const std::vector<std::string> bodies{"", "\n## Æ\n\nTekst --- \"version: 1.1\"\n", "history:\n  - {version: \"9\"}"};
  const std::vector<std::string> changes{"Nyt", "Æble: \"x\", {y} # \\", "\xE2\x80\xAEtxet 😀"};
  std::size_t made = 0;
  for (const auto& written : versions)
    for (const auto& history : histories)
      for (const auto& other : others)
        for (const auto& line_break : breaks)
          for (const auto& body : bodies)
            for (const auto& change : changes)
              for (const bool version_first : {true, false}) {
                ++made;
                const std::string front =
                    version_first ? written + "\n" + other + history + "\n" : other + history + "\n" + written + "\n";
                const std::string normal = "---\nid: politik\ntype: politik\ntitle: T\n" + front + "---\n" + body;
                const std::string bytes = (made % 2 ? "\xEF\xBB\xBF" : "") + replace_all(normal, "\n", line_break);
                INFO(bytes);
                const Corpus corpus = corpus_of_document(bytes);
                REQUIRE(corpus.files[0].parsed.findings().empty());
                const Document& before = corpus.documents[0];
                const auto result = bump(corpus, before, update("CAI", change));
                REQUIRE(result);
                const std::string file = edited(bytes, result->edits);
                const Corpus after = corpus_of_document(file);
                CHECK(after.files[0].parsed.findings().empty());
                CHECK(normalised_text(file) == result->text);
                const Document& now = after.documents[0];
                CHECK(now.version->text() == "1.2");
                REQUIRE(now.history.size() == 3);
                CHECK(said(now.history[0]) == "1.2|2026-01-15|CAI|" + change);
                CHECK(said(now.history[1]) == said(before.history[0]));
                CHECK(said(now.history[2]) == said(before.history[1]));
                CHECK_FALSE(now.effective);
                CHECK(result->effective_removed == before.effective.has_value());
                // Undone from the end: what was put in goes, what was taken away comes back.
                std::string undone = result->text;
                std::int64_t shift = 0;
                std::vector<std::pair<std::size_t, const TextEdit*>> places;
                for (const TextEdit& edit : result->edits) {
                  places.emplace_back(static_cast<std::size_t>(edit.range.begin + shift), &edit);
                  shift += static_cast<std::int64_t>(edit.text.size()) - (edit.range.end - edit.range.begin);
                }
                for (auto place = places.rbegin(); place != places.rend(); ++place) {
                  const Range was = place->second->range;
                  undone.replace(place->first, place->second->text.size(),
                                 normal.substr(was.begin, was.end - was.begin));
                }
                CHECK(undone == normal);
                CHECK(replace_all(file, line_break, "\n") == (made % 2 ? "\xEF\xBB\xBF" : "") + result->text);
              }
  CHECK(made == 4U * 5 * 4 * 3 * 3 * 3 * 2);
}
