#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/history/archived_project.h"

namespace kanon {
namespace {

using test::archive_folder;
using test::ArchivedProject;
using test::Contents;
using test::found_in;
using test::ledger_path;
using Lines = std::vector<std::string>;

const std::vector<std::string> kThree{"1.0", "1.1", "1.2"};

std::string broken(int line) { return fmt::format("broken-ledger {}:{}", ledger_path, line); }
std::string tampered(const std::string& version) {
  return fmt::format("tampered-archive {}:1", ArchivedProject::source_of(version));
}

/// What a ledger with these entries, as they are, is found to be.
Lines found_with_entries(ArchivedProject& project) {
  project.write_ledger();
  return found_in(project.files());
}

}  // namespace

// An entry of `three` takes six lines: version, date, sha256, source, previous, entry.

TEST_CASE("an archive as it was released has no faults") {
  for (const auto& versions : {std::vector<std::string>{"1.0"}, kThree, std::vector<std::string>{"1.9", "1.10"}}) {
    CHECK(found_in(ArchivedProject(versions).files()).empty());
  }
  ArchivedProject project(kThree);
  project.ledger() = "\xEF\xBB\xBF" + replace_all(project.ledger(), "\n", "\r\n");
  CHECK(found_in(project.files()).empty());
}

TEST_CASE("every flipped byte of a ledger is found") {
  const ArchivedProject whole({"1.0", "1.1"});
  ArchivedProject project = whole;
  for (const int change : {0x01, 0x02, 0x04, 0x07, 0x08, 0x10, 0x20, 0x40, 0x80}) {
    for (std::size_t i = 0; i < project.ledger().size(); ++i) {
      std::string& ledger = project.ledger();
      const char before = ledger[i];
      ledger[i] = static_cast<char>(static_cast<unsigned char>(before) ^ static_cast<unsigned>(change));
      INFO("byte " << i << " ^ " << change << "\n" << ledger);
      const Lines found = found_in(project.files());
      CHECK(!found.empty());
      // What no longer is YAML may be several mistakes; it never is a mistake of the frozen files.
      for (const auto& line : found) CHECK(line.starts_with("broken-ledger " + ledger_path));
      ledger[i] = before;
    }
  }
}

TEST_CASE("every flipped byte of a frozen file is one fault of that release") {
  ArchivedProject project({"1.0", "1.1"});
  for (const std::string version : {"1.0", "1.1"}) {
    std::string& text = project.files().at(ArchivedProject::source_of(version));
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char before = text[i];
      text[i] = static_cast<char>(static_cast<unsigned char>(before) ^ 0x01U);
      INFO("byte " << i << " of " << version);
      CHECK(found_in(project.files()) == Lines{tampered(version)});
      text[i] = before;
    }
  }
}

TEST_CASE("a frozen file's line ends and BOM count") {
  for (const auto& [from, to] : {std::pair("\n", "\r\n"), std::pair("---\nid", "\xEF\xBB\xBF---\nid")}) {
    ArchivedProject project(kThree);
    std::string& text = project.files().at(ArchivedProject::source_of("1.1"));
    text = replace_all(text, from, to);
    CHECK(found_in(project.files()) == Lines{tampered("1.1")});
  }
}

TEST_CASE("a field that was altered is one fault, at its entry") {
  const auto found_after = [](const auto& alter) {
    ArchivedProject project(kThree);
    alter(project.entries);
    return found_with_entries(project);
  };
  using Entries = std::vector<LedgerEntry>;
  CHECK(found_after([](Entries& all) { all[1].date.value = *Date::parse("2025-03-12"); }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].date.value = *Date::parse("2026-03-12"); }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].sha256.value = std::string(64, 'a'); }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].source = "content/documents/q.md"; }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].parent = {"q", *Version::parse("1.0")}; }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].previous.value = std::string(64, 'a'); }) == Lines{broken(7)});
  CHECK(found_after([](Entries& all) { all[1].entry.value = std::string(64, 'a'); }) == Lines{broken(7)});
  for (const std::string version : {"1.0", "1.15", "1.2", "2.0", "0.9"}) {
    INFO(version);
    CHECK(found_after([&](Entries& all) { all[1].version.value = *Version::parse(version); }) == Lines{broken(7)});
  }
}

TEST_CASE("an entry that was altered and sealed anew breaks the chain after it") {
  ArchivedProject project(kThree);
  project.entries[1].date.value = *Date::parse("2025-03-12");
  project.entries[1].entry.value = seal_of_entry(project.entries[1]);
  CHECK(found_with_entries(project) == Lines{broken(17)});
}

TEST_CASE("an entry that was removed breaks the chain where it stood") {
  const auto found_without = [](std::size_t position) {
    ArchivedProject project(kThree);
    project.entries.erase(project.entries.begin() + static_cast<std::ptrdiff_t>(position));
    return found_with_entries(project);
  };
  CHECK(found_without(0) == Lines{broken(5)});
  CHECK(found_without(1) == Lines{broken(11)});
  // Nothing follows the last one: its folder tells.
  CHECK(found_without(2) == Lines{tampered("1.2")});
}

TEST_CASE("an entry that was removed with its folder breaks the chain") {
  ArchivedProject project(kThree);
  project.entries.erase(project.entries.begin() + 1);
  project.files().erase(ArchivedProject::source_of("1.1"));
  CHECK(found_with_entries(project) == Lines{broken(11)});
}

TEST_CASE("an entry that was inserted breaks the chain after it") {
  ArchivedProject project(kThree);
  LedgerEntry forged = project.entries[0];
  forged.version.value = *Version::parse("1.0.1");
  forged.previous.value = *project.entries[0].entry;
  forged.entry.value = seal_of_entry(forged);
  project.entries.insert(project.entries.begin() + 1, forged);
  CHECK(found_with_entries(project) == Lines{broken(17)});
}

TEST_CASE("an entry that stands twice, and entries in another order, are one fault") {
  ArchivedProject twice(kThree);
  twice.entries.insert(twice.entries.begin() + 1, twice.entries[0]);
  CHECK(found_with_entries(twice) == Lines{broken(11)});
  for (const auto& [a, b] : {std::pair(0, 1), std::pair(1, 2), std::pair(0, 2)}) {
    ArchivedProject swapped(kThree);
    std::swap(swapped.entries[static_cast<std::size_t>(a)], swapped.entries[static_cast<std::size_t>(b)]);
    INFO(a << " and " << b);
    CHECK(found_with_entries(swapped).size() == 1);
  }
}

TEST_CASE("versions rise and dates never fall along a ledger, however well it is sealed") {
  ArchivedProject dates(kThree);
  dates.entries[1].date.value = *Date::parse("2025-03-09");
  dates.seal_all();
  CHECK(found_with_entries(dates) == Lines{broken(8)});
  dates.entries[1].date.value = *dates.entries[0].date;
  dates.seal_all();
  CHECK(found_with_entries(dates).empty());

  CHECK(found_in(ArchivedProject({"1.0", "1.2", "1.1"}).files()) == Lines{broken(13)});
  CHECK(found_in(ArchivedProject({"1.0", "1.1", "1.1"}).files()) == Lines{broken(13)});
}

TEST_CASE("a ledger that is gone or empty is one fault") {
  ArchivedProject project(kThree);
  project.ledger() = "";
  const Lines empty = found_in(project.files());
  CHECK(empty.size() == 1);
  CHECK(empty.front().starts_with("broken-ledger "));
  project.files().erase(ledger_path);
  CHECK(found_in(project.files()) == Lines{fmt::format("broken-ledger {}:1", ArchivedProject::source_of("1.2"))});
}

TEST_CASE("a ledger that says the same in another form is broken at the first line that differs") {
  const std::string whole = ArchivedProject(kThree).ledger();
  const auto found_in_ledger = [](const std::string& text) {
    ArchivedProject project(kThree);
    project.ledger() = text;
    return found_in(project.files());
  };
  CHECK(found_in_ledger("# Rettet i hånden\n" + whole) == Lines{broken(1)});
  CHECK(found_in_ledger(replace_all(whole, "date: 2025-03-11", "date:  2025-03-11")) == Lines{broken(8)});
  CHECK(found_in_ledger(replace_all(whole, "date: 2025-03-11", "date: \"2025-03-11\"")) == Lines{broken(8)});
  CHECK(found_in_ledger(whole + "\n") == Lines{broken(19)});
  CHECK(found_in_ledger(whole.substr(0, whole.size() - 1)) == Lines{broken(18)});
}

TEST_CASE("a ledger that can't be read is its reader's finding alone") {
  ArchivedProject project(kThree);
  for (const std::string ledger : {"- [\n", "version: 1\n", "- version: \"1.0\"\n", "\xFF\xFE", "tekst\n"}) {
    INFO(ledger);
    project.ledger() = ledger;
    const Lines found = found_in(project.files());
    CHECK(!found.empty());
    for (const auto& line : found) CHECK(line.starts_with("broken-ledger " + ledger_path));
  }
}

TEST_CASE("a folder that is gone is one fault at its entry") {
  for (const auto& [version, line] : {std::pair("1.0", 1), std::pair("1.1", 7), std::pair("1.2", 13)}) {
    ArchivedProject project(kThree);
    project.files().erase(ArchivedProject::source_of(version));
    CHECK(found_in(project.files()) == Lines{fmt::format("tampered-archive {}:{}", ledger_path, line)});
  }
}

TEST_CASE("a file or folder that was put there by hand is one fault") {
  ArchivedProject file(kThree);
  file.files()[archive_folder + "1.1/files/x.png"] = "x";
  CHECK(found_in(file.files()) == Lines{tampered("1.1")});
  ArchivedProject folder(kThree);
  folder.files()[ArchivedProject::source_of("1.3")] = test::text_of("1.3");
  CHECK(found_in(folder.files()) == Lines{tampered("1.3")});
  ArchivedProject below(kThree);
  below.files()[ArchivedProject::source_of("0.9")] = test::text_of("0.9");
  CHECK(found_in(below.files()) == Lines{tampered("0.9")});
}

TEST_CASE("a frozen source that was moved within its folder is pointed at by the folder") {
  ArchivedProject project(kThree);
  auto source = project.files().extract(ArchivedProject::source_of("1.1"));
  source.key() = archive_folder + "1.1/q.md";
  project.files().insert(std::move(source));
  const Lines found = found_in(project.files());
  REQUIRE(found.size() == 1);
  CHECK(found.front().starts_with("tampered-archive " + archive_folder + "1.1"));
}

TEST_CASE("every fault says what was altered and how to have it back") {
  ArchivedProject project(kThree);
  project.files().at(ArchivedProject::source_of("1.0")) += "Mere.\n";
  project.files().erase(ArchivedProject::source_of("1.1"));
  project.entries[2].date.value = *Date::parse("2025-04-01");
  project.write_ledger();
  const ProjectFixture fixture(project.files());
  const auto faults = faults_of(fixture.corpus().archive.at("p"), fixture.corpus());
  REQUIRE(faults.size() == 3);
  for (const Fault& fault : faults) {
    CHECK(fault.message.da != fault.message.en);
    CHECK(fault.message.en.find("ersion 1.") != std::string::npos);
    CHECK(fault.help.da.find("git restore --source=COMMIT -- content/archive/p/") != std::string::npos);
    CHECK(fault.help.en.find("git restore --source=COMMIT -- content/archive/p/") != std::string::npos);
  }
}

}  // namespace kanon
