#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "history/faults.h"
#include "model/seal.h"
#include "support/project_fixture.h"

namespace kanon::test {

using Contents = std::map<std::string, std::string>;

inline const std::string archive_folder = "content/archive/p/";
inline const std::string ledger_path = archive_folder + "ledger.yaml";

inline std::string text_of(const std::string& version) {
  return "---\nid: p\ntype: politik\ntitle: Politik\nclassification: offentlig\nversion: \"" + version +
         "\"\n---\nTekst " + version + ".\n";
}

/// The releases of one document as `kanon release` leaves them, and ways to leave them otherwise.
class ArchivedProject {
 public:
  explicit ArchivedProject(const std::vector<std::string>& versions) {
    int day = 10;
    for (const auto& version : versions) add(version, "2025-03-" + std::to_string(day++));
    files_["content/documents/p.md"] = text_of(versions.back());
    write_ledger();
  }

  void add(const std::string& version, const std::string& date) {
    const std::string text = text_of(version);
    files_[source_of(version)] = text;
    LedgerEntry entry;
    entry.version.value = *Version::parse(version);
    entry.date.value = *Date::parse(date);
    entry.sha256.value = seal_of_files({{"p.md", sha256_hex(text)}});
    entry.source = "content/documents/p.md";
    entries.push_back(std::move(entry));
    seal_all();
  }

  /// Seals every entry anew, each tied to the one before it: what someone does who knows how.
  void seal_all() {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      entries[i].previous.value = i == 0 ? no_entry : *entries[i - 1].entry;
      entries[i].entry.value = seal_of_entry(entries[i]);
    }
  }

  void write_ledger() { files_[ledger_path] = ledger_text(entries); }

  static std::string source_of(const std::string& version) { return archive_folder + version + "/p.md"; }

  Contents& files() { return files_; }
  std::string& ledger() { return files_[ledger_path]; }

  std::vector<LedgerEntry> entries;

 private:
  Contents files_;
};

/// What is found wrong with the archive, by its readers and its rules: `rule path:line`, one a finding.
inline std::vector<std::string> found_in(const Contents& files) {
  std::vector<std::string> lines;
  for (const auto& found : ProjectFixture(files).findings()) {
    if (found.rule != RuleId::broken_ledger && found.rule != RuleId::tampered_archive) continue;
    lines.push_back(fmt::format("{} {}:{}", name_of(found.rule), found.path, found.place.line));
  }
  return lines;
}

}  // namespace kanon::test
