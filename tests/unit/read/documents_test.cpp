#include "read/documents.h"

#include <catch2/catch.hpp>

#include "unit/read/read_text.h"

using namespace kanon;

namespace {

constexpr std::string_view kExample = R"(---
id: backup-politik
type: emnepolitik
title: Politik for backup og gendannelse
parent: informationssikkerhedspolitik     # required unless the type is a root
related: [logning-politik]                # optional, any depth
owner: CAI
classification: offentlig
version: "1.2"
history:                                  # newest first
  - {version: "1.2", date: 2025-11-19, by: CAI,     change: Verificeret,    kind: verified}
  - {version: "1.1", date: 2024-12-05, by: InfoSec, change: Nyt afsnit 4,   kind: updated}
  - {version: "1.0", date: 2023-12-06, by: InfoSec, change: Ny politik,     kind: new}
approvals:
  - {body: udvalg, date: 2025-01-14, version: "1.2"}
effective: 2025-04-09
review_every: P1Y                         # optional, may only shorten the type's interval
controls: ["A.8.13"]                      # ISO/IEC 27001:2022 Annex A
implements: [LK-BAS-5.1]                  # requirement ids
aliases: [/gamle/backup/]
---
## Formål
)";

/// A document with everything required but for what is put in its place.
std::string document(std::string_view id_line, std::string_view more = "") {
  return fmt::format(
      "---\n{}type: politik\ntitle: T\nversion: \"1.0\"\nhistory: [{{version: \"1.0\", date: 2025-01-01}}]\n{}---\n",
      id_line, more);
}

}  // namespace

TEST_CASE("the contract's document is read whole") {
  ReadText text("content/documents/it/backup-politik.md", kExample);
  const auto document = read_document(text.reading());
  REQUIRE(document);
  CHECK(text.found().empty());
  CHECK(*document->id == "backup-politik");
  CHECK(text.at(document->id.range) == "backup-politik");
  CHECK(*document->type == "emnepolitik");
  CHECK(*document->title == "Politik for backup og gendannelse");
  REQUIRE(document->parent);
  CHECK(**document->parent == "informationssikkerhedspolitik");
  REQUIRE(document->related.size() == 1);
  CHECK(text.at(document->related[0].range) == "logning-politik");
  CHECK(document->owner == "CAI");
  CHECK(**document->classification == "offentlig");
  CHECK(document->version->text() == "1.2");
  CHECK(text.at(document->version.range) == "\"1.2\"");
  REQUIRE(document->history.size() == 3);
  CHECK(document->history[0].kind == ChangeKind::verified);
  CHECK(document->history[1].kind == ChangeKind::updated);
  CHECK(document->history[2].kind == ChangeKind::created);
  CHECK(document->history[1].by == "InfoSec");
  CHECK(document->history[1].change == "Nyt afsnit 4");
  CHECK(document->history[1].version->text() == "1.1");
  CHECK(document->history[1].date->iso() == "2024-12-05");
  CHECK(text.at(document->history[2].date.range) == "2023-12-06");
  REQUIRE(document->approvals.size() == 1);
  CHECK(*document->approvals[0].body == "udvalg");
  CHECK(document->approvals[0].date->iso() == "2025-01-14");
  CHECK(document->approvals[0].version->text() == "1.2");
  CHECK((*document->effective)->iso() == "2025-04-09");
  CHECK(**document->review_every == Duration{12, 0});
  CHECK(*document->controls.at(0) == "A.8.13");
  CHECK(*document->implements.at(0) == "LK-BAS-5.1");
  CHECK(*document->aliases.at(0) == "gamle/backup");
  CHECK(document->range == Range{0, 3});
}

TEST_CASE("a document lacks its required keys at line 1, each by name") {
  ReadText text("content/documents/a.md", "---\nowner: CAI\n---\n");
  const auto document = read_document(text.reading());
  REQUIRE(document);
  CHECK(*document->id == "a");
  CHECK(text.found() == Found(4, "missing-key 1:1-1:4"));
  std::string named;
  for (const Finding& finding : text.findings()) named += finding.message.en + "\n";
  CHECK(named ==
        "The key “id” is missing\nThe key “type” is missing\nThe key “title” is missing\nThe key “version” is "
        "missing\n");  // no history is missing-history, a rule's finding
}

TEST_CASE("an id other than the file's name says both ways out") {
  ReadText text("content/documents/backup.md", document("id: backup-politik\n"));
  const auto read = read_document(text.reading());
  REQUIRE(read);
  CHECK(*read->id == "backup-politik");
  REQUIRE(text.found() == Found{"invalid-id 2:5-2:19"});
  CHECK(text.findings()[0].message.da == "Id'et «backup-politik» er et andet end filens navn «backup»");
  CHECK(text.findings()[0].help.da == "Skriv id: backup, eller omdøb filen til backup-politik.md.");
  CHECK(text.findings()[0].help.en == "Write id: backup, or rename the file to backup-politik.md.");
}

TEST_CASE("what can't be an id never becomes one") {
  for (const std::string_view bad :
       {"../x", "a/b", "Backup", "\"😀\"", "-a", "a b", "a_b", "\"a\\nb\"", "æ", "..", "/etc"}) {
    ReadText text("content/documents/backup.md", document(fmt::format("id: {}\n", bad)));
    const auto read = read_document(text.reading());
    REQUIRE(read);
    CHECK(*read->id == "backup");
    REQUIRE(text.findings().size() == 1);
    CHECK(text.findings()[0].rule == RuleId::invalid_id);
    CHECK(text.findings()[0].help.en.find("id: backup") != std::string::npos);
  }
  ReadText long_id("content/documents/backup.md", document("id: " + std::string(5000, 'a') + "\n"));
  REQUIRE(read_document(long_id.reading()));
  CHECK(long_id.findings().size() == 1);
}

TEST_CASE("where the file's name can't be an id either, there is nothing to call the document by") {
  ReadText text("content/documents/Backup Politik.md", document("id: Backup Politik\n"));
  CHECK_FALSE(read_document(text.reading()));
  REQUIRE(text.found() == Found{"invalid-id 2:5-2:19"});
  CHECK(text.findings()[0].help.da.find("omdøb filen til backup-politik.md") != std::string::npos);

  ReadText nameless("content/documents/Æble.md", document(""));
  CHECK_FALSE(read_document(nameless.reading()));
  REQUIRE(nameless.found() == Found{"missing-key 1:1-1:4"});
  CHECK(nameless.findings()[0].help.en == "Add it, for example id: aeble");
}

TEST_CASE("typos inside history and approvals are found where they stand") {
  ReadText text("content/documents/a.md", document("id: a\n",
                                                   "approvals:\n"
                                                   "  - {body: udvalg, date: 2025-13-01, version: \"1.0\"}\n"
                                                   "  - {boddy: udvalg, date: 2025-01-01, version: \"1.0\"}\n"
                                                   "reviewevery: P1Y\n"));
  const auto read = read_document(text.reading());
  REQUIRE(read);
  CHECK(read->approvals.empty());
  CHECK(text.found() ==
        Found{"invalid-value 8:26-8:36", "missing-key 9:5-9:6", "unknown-key 9:6-9:11", "unknown-key 10:1-10:12"});
}

TEST_CASE("a history entry without a readable version or date is left out") {
  ReadText text("content/documents/a.md",
                "---\nid: a\ntype: politik\ntitle: T\nversion: 1.1\nhistory:\n"
                "  - {version: 1.1, date: i går, kind: verifed}\n  - {version: 1.0, date: 2025-01-01}\n  - nej\n---\n");
  const auto read = read_document(text.reading());
  REQUIRE(read);
  REQUIRE(read->history.size() == 1);
  CHECK(read->history[0].version->text() == "1.0");
  CHECK(read->history[0].kind == ChangeKind::updated);
  CHECK(text.found() == Found{"invalid-value 7:26-7:31", "invalid-value 7:39-7:46", "invalid-value 9:5-9:8"});
}

TEST_CASE("an unreadable classification is kept as an unknown one") {
  for (const std::string_view value : {"[offentlig]", "{a: b}", "", "~", "''"}) {
    ReadText text("content/documents/a.md", document("id: a\n", fmt::format("classification: {}\n", value)));
    const auto read = read_document(text.reading());
    REQUIRE(read);
    REQUIRE(read->classification);
    CHECK((*read->classification)->empty());
    CHECK(text.at(read->classification->range) == "classification");
    CHECK(text.findings().size() == 1);
  }
}

TEST_CASE("aliases that lead out of the site are refused one by one") {
  ReadText text("content/documents/a.md", document("id: a\n", "aliases: [ok, ../out, 'https://evil.dk', /ok2/]\n"));
  const auto read = read_document(text.reading());
  REQUIRE(read);
  REQUIRE(read->aliases.size() == 2);
  CHECK(*read->aliases[1] == "ok2");
  CHECK(text.found() == Found{"invalid-value 7:15-7:21", "invalid-value 7:23-7:40"});
}

TEST_CASE("null everywhere: required keys complain once each, optional ones are absent") {
  ReadText text("content/documents/a.md",
                "---\nid:\ntype:\ntitle:\nparent:\nrelated:\nowner:\nversion:\nhistory:\napprovals:\neffective:\n"
                "review_every:\ncontrols:\nimplements:\naliases:\n---\n");
  const auto read = read_document(text.reading());
  REQUIRE(read);
  CHECK(*read->id == "a");
  CHECK_FALSE(read->parent);
  CHECK(text.found() ==
        Found{"invalid-value 2:1-2:3", "invalid-value 3:1-3:5", "invalid-value 4:1-4:6", "invalid-value 8:1-8:8"});
}

TEST_CASE("ten thousand history entries are read") {
  std::string history = "history:\n";
  for (int i = 9999; i >= 0; --i)
    history += fmt::format("  - {{version: \"1.{}\", date: 2025-01-01, kind: updated}}\n", i);
  ReadText text("content/documents/a.md",
                "---\nid: a\ntype: politik\ntitle: T\nversion: \"1.9999\"\n" + history + "---\n");
  const auto read = read_document(text.reading());
  REQUIRE(read);
  CHECK(read->history.size() == 10'000);
  CHECK(read->history.front().version->text() == "1.9999");
  CHECK(text.found().empty());
}

TEST_CASE("a document whose front matter is broken keeps its name, and lacks nothing") {
  for (const std::string_view bytes :
       {"---\nid: a\ntitle: [x\n---\n", "---\nid: a\n", "\xff\xfe", "---\ntitle: \"x\n---\n"}) {
    ReadText text("content/documents/a.md", bytes);
    const auto read = read_document(text.reading());
    REQUIRE(read);
    CHECK(*read->id == "a");
    CHECK(text.found().empty());
  }
}
