#include "history/unrecorded.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/history/one_document.h"

using namespace kanon;
using namespace kanon::test;

namespace {

std::string politik(const std::string& keys, const std::string& body) {
  return "---\nid: politik\ntype: politik\ntitle: Politik\nversion: \"1.0\"\nhistory:\n  - {version: \"1.0\", date: "
         "2025-01-02}\n" +
         keys + "---\n" + body;
}

/// A document with one release of the given text, as the archive's reader leaves it.
Corpus with_release(const std::string& now, const std::string& released) {
  Corpus corpus = corpus_of_document(now);
  ItemArchive& archive = corpus.archive["politik"];
  LedgerEntry entry;
  entry.version.value = version("1.0");
  entry.sha256.value = "seal";
  archive.entries.push_back(entry);
  FrozenRelease frozen;
  frozen.version = version("1.0");
  frozen.files.push_back({"politik.md", "hash"});
  frozen.sha256 = "seal";
  if (normalised_text(now) != normalised_text(released)) {
    frozen.file = static_cast<FileIndex>(corpus.files.size());
    corpus.files.push_back({"content/archive/politik/1.0/politik.md", parse_source(released, SourceForm::markdown)});
  }
  archive.releases.push_back(frozen);
  return corpus;
}

/// The line that differs; `-` where nothing does.
std::string difference(const std::string& now, const std::string& released) {
  const Corpus corpus = with_release(now, released);
  const auto found = difference_from_newest_release(corpus, corpus.documents[0]);
  if (!found) return "-";
  CHECK(found->local_file.empty());
  return std::string(corpus.files[0].parsed.text().substr(found->range.begin, found->range.end - found->range.begin));
}

}  // namespace

TEST_CASE("the first line that differs from the newest release is found", "[unrecorded]") {
  const std::string text = politik("", "## A\n\nEt\nTo\nTre\n");
  CHECK(difference(text, text) == "-");
  CHECK(difference(politik("", "## A\n\nEt\nTo!\nTre\n"), text) == "To!");
  CHECK(difference(politik("", "## A\n\nEt\n\nTre\n"), text).empty());
  CHECK(difference(politik("", "## A\n\nEt\nTre\n"), text) == "Tre");
  CHECK(difference(politik("", "## A\n\nEt\nTo\nTre\nFire\n"), text) == "Fire");
  CHECK(difference(politik("", "## A\n\nEt\nTo\n"), text) == "To");
  CHECK(difference(politik("", "## A\n\nEt\nTo\nTre"), text) == "Tre");
  CHECK(difference(politik("owner: CAI\n", "## A\n\nEt\nTo\nTre\n"), text) == "owner: CAI");
  CHECK(difference(replace_all(text, "To", "Tø"), text) == "Tø");
}

TEST_CASE("byte order marks and line ends are no difference", "[unrecorded]") {
  const std::string text = politik("", "## A\n");
  CHECK(difference("\xEF\xBB\xBF" + replace_all(text, "\n", "\r\n"), text) == "-");
}

TEST_CASE("aliases may come and go, whatever their form", "[unrecorded]") {
  const std::string body = "## A\n\naliases: [x]\n";
  const std::string none = politik("owner: CAI\n", body);
  const std::vector<std::string> forms{
      "aliases: [gammel]\nowner: CAI\n",
      "owner: CAI\naliases:\n  - gammel # flyttet\n  - \"æld:re\"   # til\n",
      "owner: CAI\naliases:\n- gammel\n",
      "aliases:\nowner: CAI\n",
      "aliases: [\n  a,\n  b\n ] # flyttet\nowner: CAI\n",
      "? aliases\n: [a]\nowner: CAI\n",
      "\"aliases\": [a]\nowner: CAI\n",
  };
  for (const auto& keys : forms) {
    INFO(keys);
    CHECK(difference(politik(keys, body), none) == "-");
    CHECK(difference(none, politik(keys, body)) == "-");
    for (const auto& other : forms) CHECK(difference(politik(keys, body), politik(other, body)) == "-");
    CHECK(difference(politik(keys + "related: []\n", body), none) == "related: []");
  }
  CHECK(difference(politik("aliases: [a]\nowner: Ny\n", body), none) == "owner: Ny");
}

TEST_CASE("aliases in front matter in braces", "[unrecorded]") {
  const auto flow = [](const std::string& keys) { return "---\n{" + keys + "}\n---\nTekst.\n"; };
  const std::string rest = "title: P, version: \"1.0\", history: [{version: \"1.0\", date: 2025-01-02}]";
  const std::string none = flow("id: politik, type: politik, " + rest);
  CHECK(difference(flow("aliases: [a, b], id: politik, type: politik, " + rest), none) == "-");
  CHECK(difference(flow("id: politik, aliases: [a], type: politik, " + rest), none) == "-");
  CHECK(difference(flow("id: politik, type: politik, " + rest + ", aliases: [a]"), none) == "-");
  CHECK(difference(flow("id: politik, aliases: [a], type: procedure, " + rest), none).starts_with("{id: politik"));
}

TEST_CASE("local files are part of the text", "[unrecorded]") {
  const std::string text = politik("", "## A\n\n[b](../bilag/b%20b.txt) ![x](x.png)\n");
  Corpus corpus = with_release(text, text);
  auto& files = corpus.archive["politik"].releases[0].files;
  files.push_back({"files/bilag/b b.txt", "1"});
  files.push_back({"files/documents/x.png", "2"});
  corpus.other_files = {"content/bilag/b b.txt", "content/documents/x.png"};
  corpus.local_files = {{"content/bilag/b b.txt", "1"}, {"content/documents/x.png", "2"}};
  const auto found = [&] { return difference_from_newest_release(corpus, corpus.documents[0]); };
  const auto shown = [&](Range range) {
    return std::string(corpus.files[0].parsed.text().substr(range.begin, range.end - range.begin));
  };
  CHECK_FALSE(found());
  SECTION("one that differs") {
    corpus.local_files["content/documents/x.png"] = "3";
    REQUIRE(found());
    CHECK(found()->local_file == "content/documents/x.png");
    CHECK(shown(found()->range) == "![x](x.png)");
  }
  SECTION("one that is gone") {
    corpus.local_files["content/bilag/b b.txt"] = "";
    REQUIRE(found());
    CHECK(found()->local_file == "content/bilag/b b.txt");
    CHECK(shown(found()->range) == "[b](../bilag/b%20b.txt)");
  }
  SECTION("one that no link leads to") {
    files.push_back({"files/z.png", "4"});
    REQUIRE(found());
    CHECK(found()->local_file == "content/z.png");
    CHECK(shown(found()->range) == "---");
  }
  SECTION("one that the release doesn't hold") {
    files.pop_back();
    REQUIRE(found());
    CHECK(found()->local_file == "content/documents/x.png");
  }
  SECTION("frozen files that were altered say nothing of the source") {
    corpus.local_files["content/documents/x.png"] = "3";
    corpus.archive["politik"].releases[0].sha256 = "another";
    CHECK_FALSE(found());
  }
}

TEST_CASE("without a release there is no difference", "[unrecorded]") {
  Corpus corpus = corpus_of_document(politik("", "A\n"));
  CHECK(newest_release(corpus, corpus.documents[0]) == nullptr);
  CHECK_FALSE(difference_from_newest_release(corpus, corpus.documents[0]));
  corpus.archive["politik"];
  CHECK(newest_release(corpus, corpus.documents[0]) == nullptr);
  LedgerEntry entry;
  entry.version.value = version("1.0");
  corpus.archive["politik"].entries.push_back(entry);
  REQUIRE(newest_release(corpus, corpus.documents[0]) != nullptr);
  CHECK_FALSE(difference_from_newest_release(corpus, corpus.documents[0]));
}
