#include <catch2/catch.hpp>

#include "fix/apply.h"
#include "fix/fix.h"
#include "fix/likely_word.h"
#include "support/project_fixture.h"

namespace kanon {
namespace {

using Contents = std::map<std::string, std::string>;

/// A file after its sure corrections, in rounds.
std::string corrected(Contents files, const std::string& path) {
  for (int round = 0; round < 5; ++round) {
    const ProjectFixture project(files);
    const auto findings = project.findings();
    const auto fixes = find_fixes(project.corpus(), &project.model(), findings);
    std::vector<const Fix*> sure;
    for (const Fix& fix : fixes) {
      if (fix.certainty == Certainty::sure && findings[fix.finding].path == path) sure.push_back(&fix);
    }
    if (sure.empty()) break;
    files[path] = fixed(files[path], compatible(sure));
  }
  return files[path];
}

std::string with_key(const std::string& line) { return document_file("emne", "politik", line).second; }

/// What a line of a document's front matter becomes.
std::string line_after(const std::string& line) {
  const std::string path = "content/documents/emne.md";
  const std::string text = corrected({{path, with_key(line + "\n")}}, path);
  std::string after;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string one = text.substr(begin, end - begin);
    if (with_key(line + "\n").find("\n" + one + "\n") == std::string::npos && !one.starts_with("---")) after += one;
    begin = end + 1;
  }
  return after;
}

}  // namespace

TEST_CASE("a word is surely meant where nothing else can be") {
  const std::vector<std::string> ids{"backup-politik", "logning-politik", "krav-1", "maal-og-midler"};
  const auto sure = [&](std::string_view word) {
    const auto likely = likely_word(word, ids);
    return likely.certainty == Certainty::sure ? likely.word : std::string();
  };
  CHECK(sure("Backup-Politik") == "backup-politik");
  CHECK(sure("backup_politik") == "backup-politik");
  CHECK(sure("mål og midler") == "maal-og-midler");
  CHECK(sure("bakup-politik") == "backup-politik");
  CHECK(sure("bcakup-politik") == "backup-politik");
  CHECK(sure("backup-politikk") == "backup-politik");
  CHECK(sure("krav-2").empty());
  CHECK(sure("krav-11").empty());
  CHECK(sure("backup").empty());
  CHECK(sure("").empty());
  CHECK(likely_word("logninger-politik", ids).word == "logning-politik");
  CHECK(likely_word("logninger-politik", ids).certainty == Certainty::likely);
}

TEST_CASE("signs alone mean nothing") {
  CHECK(likely_word("!?", {"afsnit"}).word.empty());
  CHECK(likely_word("Afsnit", {"afsnit"}).certainty == Certainty::sure);
}

TEST_CASE("two candidates make no word sure") {
  CHECK(likely_word("politic", {"politik", "politib"}).certainty == Certainty::likely);
  CHECK(likely_word("ABC", {"abc", "Abc"}).certainty == Certainty::likely);
}

TEST_CASE("values are written as they are asked for where they can be read in one way") {
  CHECK(line_after("effective: 19-11-2025") == "effective: 2025-11-19");
  CHECK(line_after("effective: 1.2.2025") == "effective: 2025-02-01");
  CHECK(line_after("effective: 2025/3/9") == "effective: 2025-03-09");
  CHECK(line_after("effective: 19. november 2025") == "effective: 2025-11-19");
  CHECK(line_after("effective: 3 Maj 2025") == "effective: 2025-05-03");
  CHECK(line_after("effective: \"2025-11-19T10:00:00Z\"") == "effective: 2025-11-19");
  CHECK(line_after("review_every: 1 år") == "review_every: P1Y");
  CHECK(line_after("review_every: p6m") == "review_every: P6M");
  CHECK(line_after("review_every: 6 måneder") == "review_every: P6M");
  CHECK(line_after("related: emne") == "related: [emne]");
  CHECK(line_after("controls: [8.13]") == "controls: [A.8.13]");
  CHECK(line_after("controls: a.5.1, A.5.2") == "controls: [A.5.1, A.5.2]");
}

TEST_CASE("what can be read in two ways, or not at all, is let be") {
  for (const std::string line :
       {"effective: 05-11-2025", "effective: 5/11/2025", "effective: 31-02-2025", "effective: snart",
        "review_every: engang imellem", "controls: [A.5.99]", "related: [findes-ikke]"}) {
    INFO(line);
    CHECK(line_after(line).empty());
  }
}

TEST_CASE("line ends, BOM and what stands around stay as they were") {
  const std::string path = "content/documents/emne.md";
  std::string text = with_key("effective: 19-11-2025   # dagen\n");
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  const std::string after = corrected({{path, windows}}, path);
  std::string expected = windows;
  expected.replace(expected.find("19-11-2025"), 10, "2025-11-19");
  CHECK(after == expected);
}

TEST_CASE("an id that is missing is the file's name") {
  const std::string path = "content/documents/emne.md";
  std::string text = with_key({});
  text.erase(text.find("id: emne\n"), 9);
  CHECK(corrected({{path, text}}, path).starts_with("---\nid: emne\n"));
}

TEST_CASE("corrections that meet wait for another round") {
  Fix one{0, Certainty::sure, {}, {{{3, 5}, "a"}}};
  Fix two{1, Certainty::sure, {}, {{{4, 8}, "b"}}};
  Fix three{2, Certainty::sure, {}, {{{8, 9}, "c"}}};
  Fix here{3, Certainty::sure, {}, {{{1, 1}, "d"}}};
  Fix here_too{4, Certainty::sure, {}, {{{1, 1}, "e"}}};
  const auto chosen = compatible({&three, &two, &one, &here, &here_too});
  CHECK(chosen == std::vector<const Fix*>{&here, &one, &three});
  CHECK(fixed("0123456789", chosen) == "0d12a567c9");
}

TEST_CASE("nothing but kanon.yaml and the sources below content/ is corrected") {
  CHECK(may_be_fixed("kanon.yaml"));
  CHECK(may_be_fixed("content/documents/a.md"));
  CHECK(!may_be_fixed("content/archive/a/1.0/a.md"));
  CHECK(!may_be_fixed("docs/a.md"));
  CHECK(!may_be_fixed("content/catalogs/a.xml"));
}

TEST_CASE("a unified diff has the changed lines and three around them") {
  CHECK(unified_diff("a.md", "x\n", "x\n").empty());
  CHECK(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfem\n6\n7\n8\n9\n") ==
        "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+fem\n 6\n 7\n 8\n");
  CHECK(unified_diff("a.md", "1\n2", "0\n1\n2") ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,3 @@\n+0\n 1\n 2\n\\ No newline at end of file\n");
  CHECK(unified_diff("a.md", "1\n", "") == "--- a/a.md\n+++ b/a.md\n@@ -1 +0,0 @@\n-1\n");
}

}  // namespace kanon
