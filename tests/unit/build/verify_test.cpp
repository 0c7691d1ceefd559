#include "build/verify.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "emit/pdf/seal.h"
#include "emit/site_sums.h"
#include "env/memory_files.h"
#include "model/seal.h"

using namespace kanon;
using nlohmann::json;

namespace {

const Date today = *Date::parse("2026-11-21");

LedgerEntry entry_after(const std::vector<LedgerEntry>& before, const std::string& version, const std::string& date) {
  LedgerEntry entry;
  entry.version = {*Version::parse(version), {}};
  entry.date = {*Date::parse(date), {}};
  entry.sha256 = {sha256_hex(version), {}};
  entry.source = "content/documents/backup.md";
  entry.previous = {before.empty() ? no_entry : *before.back().entry, {}};
  entry.entry = {seal_of_entry(entry), {}};
  return entry;
}

/// A project with three releases of one document: superseded, in force, to come in force in 2027.
Corpus corpus_with(const std::vector<std::string>& versions = {"1.0", "1.1", "1.2"}) {
  const std::vector<std::string> days = {"2024-01-01", "2025-01-01", "2027-01-01"};
  Corpus corpus;
  ItemArchive archive;
  archive.id = "backup";
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const std::string released = days[i] < "2026" ? days[i] : "2026-10-01";
    archive.entries.push_back(entry_after(archive.entries, versions[i], released));
    archive.releases.push_back({*Version::parse(versions[i]),
                                "content/archive/backup/" + versions[i],
                                {},
                                *archive.entries.back().sha256,
                                static_cast<FileIndex>(i)});
    Document document;
    document.id = {"backup", {}};
    document.title = {"Politik for backup", {}};
    document.version = archive.entries.back().version;
    document.effective = Located<Date>{*Date::parse(days[i]), {}};
    document.file = static_cast<FileIndex>(i);
    corpus.frozen.documents.push_back(document);
    corpus.files.emplace_back();
    corpus.files.back().path = archive.releases.back().folder + "/backup.md";
    if (i + 1 == versions.size()) corpus.documents.push_back(document);
  }
  corpus.archive.emplace("backup", archive);
  return corpus;
}

const LedgerEntry& entry_of(const Corpus& corpus, std::size_t index) {
  return corpus.archive.find("backup")->second.entries[index];
}

json published(const LedgerEntry& entry) {
  return {{"version", entry.version->text()}, {"date", entry.date->iso()},   {"sha256", *entry.sha256},
          {"source", entry.source},           {"previous", *entry.previous}, {"entry", *entry.entry}};
}

json ledger_of(const Corpus& corpus) {
  json entries = json::array();
  for (const LedgerEntry& entry : corpus.archive.find("backup")->second.entries) entries.push_back(published(entry));
  return {{"version", 1}, {"items", {{{"id", "backup"}, {"kind", "document"}, {"entries", entries}}}}};
}

/// A site with these ledgers, two pages and its sums.
MemoryFiles site_with(const std::string& ledger, const std::vector<Artifact>& more = {}) {
  std::vector<Artifact> artifacts = {{"index.html", "<p>Forside</p>", ""},
                                     {"dokumenter/backup/index.html", "<p>Backup</p>", ""},
                                     {"data/ledger.json", ledger, ""}};
  artifacts.insert(artifacts.end(), more.begin(), more.end());
  artifacts.push_back(site_sums(artifacts));
  MemoryFiles files;
  for (const Artifact& artifact : artifacts) REQUIRE(files.write("site/" + artifact.path, artifact.bytes));
  REQUIRE(files.write("site/.kanon-site", "kanon"));
  return files;
}

Verification verified(const MemoryFiles& files, const Corpus& corpus) {
  auto verification = verify_site(files, corpus, "site");
  REQUIRE(verification);
  return *verification;
}

/// The only fault, as `path: message`.
std::string only_fault(const Verification& verification) {
  for (const Fault& fault : verification.faults) {
    CHECK_FALSE(fault.message.da.empty());
    CHECK_FALSE(fault.help.empty());
  }
  if (verification.faults.size() != 1) return std::to_string(verification.faults.size()) + " faults";
  return verification.faults.front().path + ": " + verification.faults.front().message.en;
}

bool says(const Verification& verification, const std::string& text) {
  for (const Message& fact : verification.facts) {
    if (fact.en.find(text) != std::string::npos) return true;
  }
  return false;
}

std::string pdf_of(const LedgerEntry& entry, const std::string& id = "backup") {
  return seal_pdf("%PDF-1.7\n" + unset_seal(id, entry.version->text(), *entry.entry) + "%%EOF\n");
}

Verification verified_pdf(const Corpus& corpus, const std::string& pdf, Date day = today) {
  auto verification = verify_pdf(corpus, "backup.pdf", pdf, day);
  REQUIRE(verification);
  return *verification;
}

}  // namespace

TEST_CASE("an archive without releases is told to have none") {
  const Verification verification = verify_archive(Corpus());
  CHECK(verification.faults.empty());
  CHECK(says(verification, "no releases"));
}

TEST_CASE("a frozen file that was changed is a fault of its item alone") {
  Corpus corpus = corpus_with();
  corpus.archive.find("backup")->second.releases[1].sha256 = std::string(64, 'f');
  const auto of = [&](const char* id) { return verify_archive(corpus, id).faults.size(); };
  CHECK(of("") >= 1);
  CHECK(of("backup") == of(""));
  CHECK(of("andet") == 0);
  CHECK(says(verify_archive(corpus, "andet"), "nothing of “andet”"));
}

TEST_CASE("a site that shows what the ledger has is as it was built") {
  const Corpus corpus = corpus_with();
  const Verification verification = verified(site_with(ledger_of(corpus).dump()), corpus);
  CHECK(verification.faults.empty());
  CHECK(says(verification, "3 releases of the site are in the project's ledger"));
  CHECK(says(verification, "3 files are as Kanon wrote them"));
}

TEST_CASE("the newest release cut off the ledger shows from the site") {
  const MemoryFiles files = site_with(ledger_of(corpus_with()).dump());
  CHECK(only_fault(verified(files, corpus_with({"1.0", "1.1"}))).find("backup 1.2") != std::string::npos);
  CHECK(verified(files, Corpus()).faults.size() == 3);
}

TEST_CASE("a release that isn't published yet is a fact, no fault") {
  const Verification verification = verified(site_with(ledger_of(corpus_with({"1.0", "1.1"})).dump()), corpus_with());
  CHECK(verification.faults.empty());
  CHECK(says(verification, "Not on the site, as they are not published yet or not for its audience: backup 1.2"));
}

TEST_CASE("a version that was released anew shows from the site") {
  Corpus other = corpus_with({"1.0", "1.1"});
  auto& entries = other.archive.find("backup")->second.entries;
  entries[1].sha256 = {sha256_hex("forged"), {}};
  entries[1].entry = {seal_of_entry(entries[1]), {}};
  const std::string fault = only_fault(verified(site_with(ledger_of(corpus_with({"1.0", "1.1"})).dump()), other));
  CHECK(fault.find("another version 1.1") != std::string::npos);
}

TEST_CASE("an entry of the site whose fields were changed doesn't fit its own hash") {
  const Corpus corpus = corpus_with();
  for (const char* key : {"date", "sha256", "source", "version"}) {
    json ledger = ledger_of(corpus);
    auto& value = ledger["items"][0]["entries"][1][key];
    value = std::string(key) == "date"     ? "2025-01-02"
            : std::string(key) == "sha256" ? std::string(64, '1')
            : std::string(key) == "source" ? "content/x.md"
                                           : "1.1.1";
    INFO(key);
    CHECK(only_fault(verified(site_with(ledger.dump()), corpus)).find("own hash") != std::string::npos);
  }
}

TEST_CASE("an entry taken out of the site's ledger breaks its chain") {
  const Corpus corpus = corpus_with();
  json ledger = ledger_of(corpus);
  ledger["items"][0]["entries"].erase(1);
  CHECK(only_fault(verified(site_with(ledger.dump()), corpus)).find("chain is broken") != std::string::npos);
}

TEST_CASE("what the audience may not see is held against the ledger by its hash") {
  const Corpus corpus = corpus_with();
  json ledger = ledger_of(corpus);
  auto& entry = ledger["items"][0]["entries"][2];
  entry = {{"previous", entry["previous"]}, {"entry", entry["entry"]}};
  const MemoryFiles files = site_with(ledger.dump());
  CHECK(verified(files, corpus).faults.empty());
  CHECK(only_fault(verified(files, corpus_with({"1.0", "1.1"}))).find("ledger lacks") != std::string::npos);
}

TEST_CASE("every file of a site that was changed, removed or added is found") {
  const Corpus corpus = corpus_with();
  const MemoryFiles whole = site_with(ledger_of(corpus).dump());
  SECTION("changed") {
    MemoryFiles files = whole;
    REQUIRE(files.write("site/index.html", "<p>Forside!</p>"));
    CHECK(only_fault(verified(files, corpus)) == "index.html: The file was changed after the site was built");
  }
  SECTION("removed") {
    MemoryFiles files = whole;
    REQUIRE(files.remove("site/index.html"));
    CHECK(only_fault(verified(files, corpus)) == "index.html: The file is missing from the site");
  }
  SECTION("added") {
    MemoryFiles files = whole;
    REQUIRE(files.write("site/falsk.html", "x"));
    CHECK(only_fault(verified(files, corpus)) == "falsk.html: The file is no part of the site as Kanon built it");
  }
  SECTION("hidden files are not of the site") {
    MemoryFiles files = whole;
    REQUIRE(files.write("site/.well-known/x", "x"));
    CHECK(verified(files, corpus).faults.empty());
  }
  SECTION("the sums are gone") {
    MemoryFiles files = whole;
    REQUIRE(files.remove("site/data/sha256sums.txt"));
    CHECK(only_fault(verified(files, corpus)).starts_with("data/sha256sums.txt: "));
  }
}

TEST_CASE("no byte of a site can be changed unseen") {
  const Corpus corpus = corpus_with();
  const MemoryFiles whole = site_with(ledger_of(corpus).dump());
  std::size_t unseen = 0;
  for (const auto& [path, bytes] : whole.all()) {
    if (path == "site/.kanon-site") continue;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ 1U);
      MemoryFiles files = whole;
      REQUIRE(files.write(path, changed));
      const auto verification = verify_site(files, corpus, "site");
      if (verification && verification->faults.empty()) ++unseen;
    }
  }
  CHECK(unseen == 0);
}

TEST_CASE("sums never lead out of the site") {
  MemoryFiles files = site_with(ledger_of(corpus_with()).dump());
  REQUIRE(files.write("secret", "x"));
  REQUIRE(files.write("site/data/sha256sums.txt", sha256_hex("x") + "  ../secret\n"));
  std::vector<std::string> paths;
  for (const Fault& fault : verified(files, corpus_with()).faults) paths.push_back(fault.path);
  CHECK(std::ranges::count(paths, "../secret") == 1);  // as a file that the site lacks
}

TEST_CASE("hostile ledgers of a site are faults, never more") {
  const Corpus corpus = corpus_with();
  const std::string entry = published(entry_of(corpus, 0)).dump();
  const auto items = [](const std::string& list) { return "{\"version\":1,\"items\":" + list + "}"; };
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("null"), std::string("[]"),
        std::string("{\"version\":2,\"items\":[]}"), std::string(1000000, '['),
        "{\"version\":1,\"items\":" + std::string(100000, '[') + std::string(100000, ']') + "}", items("{}"),
        items("[1]"), items("[{\"id\":\"../x\",\"entries\":[]}]"), items("[{\"id\":\"x\"}]"),
        items("[{\"id\":\"x\",\"entries\":[{}]}]"), items("[{\"id\":\"x\",\"entries\":[[" + entry + "]]}]"),
        items("[{\"id\":7,\"entries\":[" + entry + "]}]"), std::string("\xFF\xFE")}) {
    INFO(text.substr(0, 100));
    CHECK(only_fault(verified(site_with(text), corpus)) ==
          "data/ledger.json: The ledger of the site is not as Kanon writes it");
  }
}

TEST_CASE("a folder without a ledger is no site") {
  const auto verification =
      verify_site(MemoryFiles(std::map<std::string, std::string>{{"site/index.html", "x"}}), Corpus(), "site");
  REQUIRE_FALSE(verification);
  CHECK(verification.error().kind == Error::Kind::usage);
}

TEST_CASE("a PDF of a release tells which one it is, and whether it is in force") {
  const Corpus corpus = corpus_with();
  const Verification old = verified_pdf(corpus, pdf_of(entry_of(corpus, 0)));
  CHECK(old.faults.empty());
  CHECK(says(old, "“Politik for backup”, version 1.0, released 2024-01-01"));
  CHECK(says(old, "no longer in force: version 1.1 is, since 2025-01-01"));
  CHECK(says(verified_pdf(corpus, pdf_of(entry_of(corpus, 1))), "It is in force, since 2025-01-01"));
  CHECK(says(verified_pdf(corpus, pdf_of(entry_of(corpus, 2))), "not in force yet, only from 2027-01-01"));
  CHECK(says(verified_pdf(corpus, pdf_of(entry_of(corpus, 2)), *Date::parse("2027-01-01")), "It is in force"));
  const Verification early = verified_pdf(corpus, pdf_of(entry_of(corpus, 0)), *Date::parse("2023-06-01"));
  CHECK(says(early, "“Politik for backup”"));
  CHECK(says(early, "not in force yet, only from 2024-01-01"));
  Corpus ended = corpus;
  ended.documents.clear();
  CHECK(says(verified_pdf(ended, pdf_of(entry_of(corpus, 1))), "no longer in force"));
}

TEST_CASE("every kind of wrong PDF is told by what is wrong with it") {
  const Corpus corpus = corpus_with();
  const LedgerEntry& first = entry_of(corpus, 0);
  CHECK(only_fault(verified_pdf(corpus, "%PDF-1.7\n")).find("not a PDF that Kanon made") != std::string::npos);
  CHECK(only_fault(verified_pdf(corpus, pdf_of(first) + " ")).find("altered") != std::string::npos);
  CHECK(only_fault(verified_pdf(corpus, pdf_of(first, "andet"))).find("never released “andet”") != std::string::npos);
  LedgerEntry unknown = first;
  unknown.version = {*Version::parse("9.0"), {}};
  CHECK(only_fault(verified_pdf(corpus, pdf_of(unknown))).find("has no version 9.0") != std::string::npos);
  LedgerEntry forged = first;
  forged.entry = {std::string(64, 'b'), {}};
  CHECK(only_fault(verified_pdf(corpus, pdf_of(forged))).find("another in the ledger") != std::string::npos);
  LedgerEntry draft = first;
  draft.entry = {};
  CHECK(only_fault(verified_pdf(corpus, pdf_of(draft))).find("is a draft") != std::string::npos);
}

TEST_CASE("a PDF is held against the one that a site has of the same release") {
  const Corpus corpus = corpus_with();
  const std::string pdf = pdf_of(entry_of(corpus, 0));
  const std::string path = "dokumenter/backup/backup-1.0.pdf";
  const std::string ledger = ledger_of(corpus).dump();
  const auto with = [&](const MemoryFiles& files) {
    auto verification = compare_with_site(files, "backup.pdf", pdf, "site");
    REQUIRE(verification);
    return *verification;
  };
  CHECK(says(with(site_with(ledger, {{path, pdf, ""}})), "byte for byte"));
  CHECK(only_fault(with(site_with(ledger, {{path, pdf + "x", ""}}))).find("not the same") != std::string::npos);
  CHECK(says(with(site_with(ledger)), "no PDF of version 1.0"));
  CHECK_FALSE(compare_with_site(MemoryFiles(), "backup.pdf", pdf, "site"));
}
