#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/history/archived_project.h"

namespace kanon {
namespace {

using test::ArchivedProject;
using test::Contents;
using Lines = std::vector<std::string>;

const std::string kSource = "content/documents/p.md";

/// What one rule finds, as `path:line:column`.
Lines found(RuleId rule, const Contents& files) {
  Lines lines;
  for (const auto& finding : ProjectFixture(files).findings())
    if (finding.rule == rule)
      lines.push_back(fmt::format("{}:{}:{}", finding.path, finding.place.line, finding.place.column));
  return lines;
}

std::string entry(const std::string& version, const std::string& date) {
  return fmt::format("  - {{version: \"{}\", date: {}, by: CAI, change: Tekst, kind: updated}}\n", version, date);
}

/// `version` on line 5, the history's entries from line 7.
std::string front_matter(const std::string& version, const std::string& history) {
  return "---\nid: p\ntype: politik\ntitle: P\nversion: \"" + version + "\"\nhistory:\n" + history +
         "classification: offentlig\n---\nTekst.\n";
}
Contents policy(const std::string& version, const std::string& history) {
  return {{kSource, front_matter(version, history)}};
}

/// Releases 1.0 and 1.1 of a document, and its source now.
Contents released_then(const std::string& source) {
  Contents files = ArchivedProject({"1.0", "1.1"}).files();
  files[kSource] = source;
  return files;
}

}  // namespace

// version-mismatch

TEST_CASE("version is that of the newest history entry") {
  const std::string history = entry("1.1", "2025-11-12") + entry("1.0", "2024-11-12");
  const auto place = Lines{kSource + ":5:10"};
  CHECK(found(RuleId::version_mismatch, policy("1.1", history)).empty());
  CHECK(found(RuleId::version_mismatch, policy("1.2", history)) == place);
  CHECK(found(RuleId::version_mismatch, policy("1.0", history)) == place);
  CHECK(found(RuleId::version_mismatch, policy("1", entry("1.0", "2025-11-12"))) == place);
  const std::string keys = "title: K\nversion: \"1.1\"\nhistory:\n" + entry("1.0", "2025-11-12");
  CHECK(found(RuleId::version_mismatch, {{"content/catalogs/k.yaml", "id: k\n" + keys}}).size() == 1);
  CHECK(found(RuleId::version_mismatch, {{"content/handbooks/h.yaml", "id: h\nparts: []\n" + keys}}).size() == 1);
}

TEST_CASE("a version mismatch shows the newest entry, and says where the version stands further down") {
  const std::string history = entry("1.1", "2025-11-12") + entry("1.0", "2024-11-12");
  const Diagnostic below = ProjectFixture(policy("1.0", history)).only(RuleId::version_mismatch);
  CHECK(below.message.en == "The version is 1.0, but the newest of the history is 1.1; 1.0 stands further down");
  REQUIRE(below.related.size() == 1);
  CHECK(below.related[0].place.line == 7);
  const Diagnostic absent = ProjectFixture(policy("1.2", history)).only(RuleId::version_mismatch);
  CHECK(absent.message.da == "Versionen er 1.2, men den nyeste i historikken er 1.1");
}

TEST_CASE("a version is not held against a history that could not be read") {
  const std::string unreadable = "  - {version: x, date: 2025-11-12, by: CAI, change: Tekst, kind: updated}\n";
  CHECK(found(RuleId::version_mismatch, policy("1.1", unreadable + entry("1.0", "2024-11-12"))).empty());
  CHECK(found(RuleId::version_mismatch, policy("1.1", "")).empty());
  CHECK(found(RuleId::version_mismatch, policy("x", entry("1.0", "2024-11-12"))).empty());
}

// version-not-increasing

TEST_CASE("each history entry is below the one above it, number by number") {
  const auto places = [](const Lines& versions) {
    std::string history;
    for (const auto& version : versions) history += entry(version, "2025-11-12");
    return found(RuleId::version_not_increasing, policy(versions.front(), history));
  };
  CHECK(places({"1.10", "1.9", "1.8.1", "1.8", "1"}).empty());
  CHECK(places({"1.0", "1.0"}) == Lines{kSource + ":8:15"});
  CHECK(places({"1.1", "1.2", "1.0"}) == Lines{kSource + ":8:15"});
  CHECK(places({"1.0", "1.1", "1.2"}) == Lines{kSource + ":8:15", kSource + ":9:15"});
}

TEST_CASE("a source is not below its newest release") {
  CHECK(found(RuleId::version_not_increasing, released_then(front_matter("1.0.9", entry("1.0.9", "2025-11-12")))) ==
        Lines{kSource + ":5:10"});
  CHECK(found(RuleId::version_not_increasing, released_then(front_matter("1.2", entry("1.2", "2025-11-12")))).empty());
  CHECK(found(RuleId::version_not_increasing, released_then(front_matter("1.1", entry("1.1", "2025-11-12")))).empty());
  const auto finding = ProjectFixture(released_then(front_matter("1.0.9", entry("1.0.9", "2025-11-12"))))
                           .only(RuleId::version_not_increasing);
  CHECK(finding.message.en ==
        "Version 1.0.9 is lower than the newest released one, 1.1, which was released on 2025-03-11");
}

TEST_CASE("a version that is wrong in itself is not also held against the release") {
  const auto files = released_then(front_matter("1.0", entry("1.1", "2025-11-12") + entry("1.0", "2024-11-12")));
  CHECK(found(RuleId::version_mismatch, files).size() == 1);
  CHECK(found(RuleId::version_not_increasing, files).empty());
  CHECK(found(RuleId::unrecorded_change, files).empty());
}

// history-date-order

TEST_CASE("no history entry is dated after the one above it") {
  const auto places = [](const Lines& dates) {
    std::string history;
    int minor = 9;
    for (const auto& date : dates) history += entry("1." + std::to_string(minor--), date);
    return found(RuleId::history_date_order, policy("1.9", history));
  };
  CHECK(places({"2025-11-12", "2025-11-12", "2024-02-29"}).empty());
  CHECK(places({"2024-11-12", "2025-11-12"}) == Lines{kSource + ":8:28"});
  CHECK(places({"2025-01-01", "2025-01-02", "2025-01-03"}) == Lines{kSource + ":8:28", kSource + ":9:28"});
  const auto finding = ProjectFixture(policy("1.1", entry("1.1", "2025-01-01") + entry("1.0", "2025-01-02")))
                           .only(RuleId::history_date_order);
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].place.line == 7);
}

// unrecorded-change

TEST_CASE("a released version that was changed is told at the first line that differs") {
  const std::string released = test::text_of("1.1");
  const auto places = [](const std::string& source) { return found(RuleId::unrecorded_change, released_then(source)); };
  CHECK(places(released).empty());
  CHECK(places(replace_all(released, "\n", "\r\n")).empty());
  CHECK(places("\xEF\xBB\xBF" + released).empty());
  CHECK(places(replace_all(released, "---\nTekst", "aliases: [/gammel/]\n---\nTekst")).empty());
  CHECK(places(replace_all(released, "Tekst 1.1", "Ny tekst")) == Lines{kSource + ":8:1"});
  CHECK(places(replace_all(released, "title: Politik", "title: Politikken")) == Lines{kSource + ":4:1"});
  CHECK(places(released + "Mere.\n") == Lines{kSource + ":9:1"});
}

TEST_CASE("an unrecorded change names the version, the day of its release and what to do") {
  const auto finding = ProjectFixture(released_then(replace_all(test::text_of("1.1"), "Tekst", "Ny tekst")))
                           .only(RuleId::unrecorded_change);
  CHECK(finding.message.da == "Version 1.1 er udgivet den 2025-03-11, og teksten er ændret siden");
  CHECK(finding.help.da.find("«kanon bump p --kind updated --by … --change …»") != std::string::npos);
  CHECK(finding.severity == Severity::error);
}

TEST_CASE("the next version in the making is no unrecorded change") {
  CHECK(found(RuleId::unrecorded_change, released_then(test::text_of("1.2"))).empty());
}

TEST_CASE("a picture that a released version uses is part of it") {
  ArchivedProject project({"1.0"});
  const std::string source = replace_all(test::text_of("1.0"), "Tekst", "![Kort over bygningen](../billeder/kort.png)");
  const std::string frozen = test::archive_folder + "1.0/files/billeder/kort.png";
  Contents& files = project.files();
  files[kSource] = files[ArchivedProject::source_of("1.0")] = source;
  files["content/billeder/kort.png"] = files[frozen] = "1";
  project.entries[0].sha256.value =
      seal_of_files({{"files/billeder/kort.png", sha256_hex("1")}, {"p.md", sha256_hex(source)}});
  project.seal_all();
  project.write_ledger();
  CHECK(found(RuleId::unrecorded_change, files).empty());
  CHECK(found(RuleId::tampered_archive, files).empty());
  files["content/billeder/kort.png"] = "2";
  const auto finding = ProjectFixture(files).only(RuleId::unrecorded_change);
  CHECK(finding.place.line == 8);
  CHECK(finding.message.en.find("“content/billeder/kort.png”") != std::string::npos);
  files["content/billeder/kort.png"] = "1";
  files[frozen] = "2";
  CHECK(found(RuleId::unrecorded_change, files).empty());
  CHECK(found(RuleId::tampered_archive, files).size() == 1);
}

TEST_CASE("a release that was tampered with says nothing of the source") {
  ArchivedProject project({"1.0", "1.1"});
  project.files().at(ArchivedProject::source_of("1.1")) += "Mere.\n";
  CHECK(found(RuleId::unrecorded_change, project.files()).empty());
  CHECK(found(RuleId::tampered_archive, project.files()).size() == 1);

  ArchivedProject ledger({"1.0", "1.1"});
  ledger.entries[1].version.value = *Version::parse("1.2");
  ledger.write_ledger();
  CHECK(found(RuleId::version_not_increasing, ledger.files()).empty());
  CHECK(found(RuleId::broken_ledger, ledger.files()).size() == 1);
}

// tampered-archive, broken-ledger

TEST_CASE("the archive of an item that was removed is judged like any other") {
  ArchivedProject project({"1.0", "1.1"});
  project.files().erase(kSource);
  CHECK(test::found_in(project.files()).empty());
  project.files().at(ArchivedProject::source_of("1.0")) += "Mere.\n";
  CHECK(found(RuleId::tampered_archive, project.files()) == Lines{ArchivedProject::source_of("1.0") + ":1:1"});
}

TEST_CASE("faults of the archive are off or warnings where kanon.yaml says so") {
  ArchivedProject project({"1.0"});
  project.files().at(ArchivedProject::source_of("1.0")) += "Mere.\n";
  project.files()["kanon.yaml"] = "site: {title: Eksempel}\nrules: {tampered-archive: off}\n";
  CHECK(found(RuleId::tampered_archive, project.files()).empty());
}

}  // namespace kanon
