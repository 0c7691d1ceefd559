#include "read/ledger.h"

#include <catch2/catch.hpp>

#include "model/seal.h"
#include "read/parse.h"
#include "unit/read/read_text.h"

using namespace kanon;

namespace {

const std::string kHash(64, 'a');

/// A ledger's text with one thing in it changed.
std::string ledger(std::string_view from = {}, std::string_view to = {}) {
  std::string text = "- version: \"1.0\"\n  date: 2025-11-20\n  sha256: " + kHash + "\n  previous: " + no_entry +
                     "\n  entry: " + kHash + "\n";
  if (!from.empty()) text.replace(text.find(from), from.size(), to);
  return text;
}

ReadLedger read(std::string_view text) {
  return read_ledger(parse_source(text, SourceForm::yaml), "content/archive/a/ledger.yaml");
}

}  // namespace

TEST_CASE("what is written to a ledger is read from it") {
  std::vector<LedgerEntry> entries;
  for (const char* version : {"1.0", "1.10", "2"}) {
    LedgerEntry entry;
    entry.version.value = Version::parse(version).value();
    entry.date.value = Date::parse("2025-11-20").value();
    entry.sha256.value = kHash;
    entry.previous.value = entries.empty() ? no_entry : *entries.back().entry;
    entry.entry.value = seal_of_entry(entry);
    entries.push_back(entry);
  }
  entries[0].parent = {"null", Version::parse("1.2").value()};
  entries[1].source = "content/documents/it/æ \"b\" \\ #: å.md";
  entries[1].parts = {{"a", Version::parse("1.0").value()}, {"true", Version::parse("2").value()}};
  entries[2].source = "content/catalogs/2024.yaml";
  entries[2].parts = {{"2024-01-01", Version::parse("1.0").value()}};
  const std::string text = ledger_text(entries);
  const ReadLedger ledger = read(text);
  CHECK(ledger.is_readable());
  REQUIRE(ledger.entries.size() == 3);
  CHECK(ledger_text(ledger.entries) == text);
  CHECK(ledger.entries[0].parent == entries[0].parent);
  CHECK(ledger.entries[1].source == entries[1].source);
  CHECK(ledger.entries[1].parts == entries[1].parts);
  CHECK(text.substr(ledger.entries[1].range.begin).starts_with("version: \"1.10\""));
  CHECK(text.substr(ledger.entries[1].entry.range.begin, 64) == *entries[1].entry);
}

TEST_CASE("whatever is wrong in a ledger is broken-ledger at its place, and the others are still read") {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {ledger("1.0", "1.x"), "«version»"},
      {ledger("2025-11-20", "20-11-2025"), "«date»"},
      {ledger(kHash, kHash.substr(1)), "«sha256»"},
      {ledger(kHash, kHash + "a"), "«sha256»"},
      {ledger(kHash, std::string(64, 'A')), "«sha256»"},
      {ledger(kHash, "[a]"), "«sha256»"},
      {ledger("  date: 2025-11-20\n", ""), "«date»"},
      {ledger("  date:", "  by: X\n  date:"), "«by»"},
      {ledger("  date:", "  version: \"2.0\"\n  date:"), "version"},
      {ledger("  date:", "  parent: x\n  date:"), "«parent»"},
      {ledger("  date:", "  parent: {id: X, version: 1}\n  date:"), "«id»"},
      {ledger("  date:", "  parts: [{id: x}]\n  date:"), "«version»"},
      {ledger("  date:", "  source: ../../etc/passwd\n  date:"), "«source»"},
      {ledger("  date:", "  source: content/documents/../../x.md\n  date:"), "«source»"},
      {ledger("  date:", "  source: content/documents/.git/x.md\n  date:"), "«source»"},
      {ledger("  date:", "  source: \"content/documents/x\\n.md\"\n  date:"), "«source»"},
      {ledger("  date:", "  source: content/members/x.md\n  date:"), "«source»"},
      {ledger("- version", "- [version"), ""},
      {"a: b\n", "liste"},
      {"- a\n", ""},
      {"\xFF\xFE", "UTF-8"},
  };
  for (const auto& [text, named] : wrong) {
    CAPTURE(text);
    const ReadLedger ledger = read(text);
    CHECK_FALSE(ledger.is_readable());
    CHECK(ledger.entries.size() <= 1);
    REQUIRE_FALSE(ledger.findings.empty());
    for (const Finding& finding : ledger.findings) {
      CHECK(finding.rule == RuleId::broken_ledger);
      CHECK(finding.message.da.starts_with("Protokollen kan ikke læses her: "));
      CHECK(finding.message.en.starts_with("The ledger can't be read here: "));
      CHECK(finding.help.da.find("git restore") != std::string::npos);
      CHECK(finding.help.en.find("kanon release") != std::string::npos);
    }
    CHECK(ledger.findings[0].message.da.find(named) != std::string::npos);
  }
  const ReadLedger half = read(ledger() + ledger("1.0", "?"));
  CHECK_FALSE(half.is_readable());
  CHECK(half.entries.size() == 1);
  REQUIRE(half.findings.size() == 1);
  CHECK(half.findings[0].range.begin > ledger().size());
}

TEST_CASE("an empty ledger has no entries") {
  CHECK(read("").entries.empty());
  CHECK(read("").is_readable());
  CHECK(read("[]\n").is_readable());
}
