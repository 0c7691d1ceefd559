#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "build/release.h"
#include "env/memory_files.h"

namespace kanon::test {

inline const std::string project_folder = "/project";

inline Date day(const std::string& text) { return *Date::parse(text); }

using FileMap = std::map<std::string, std::string>;

/// A project in memory that can be checked and released from, again and again.
class ReleasingProject {
 public:
  explicit ReleasingProject(const FileMap& contents) {
    put("kanon.yaml", "site: {title: Eksempel}\n");
    for (const auto& [path, bytes] : contents) put(path, bytes);
  }

  MemoryFiles files;

  void put(const std::string& path, const std::string& bytes) {
    REQUIRE(files.write(project_folder + "/" + path, bytes));
  }
  bool has(const std::string& path) const { return files.is_file(project_folder + "/" + path); }
  std::string bytes(const std::string& path) const {
    const auto read = files.read(project_folder + "/" + path);
    INFO(path);
    REQUIRE(read);
    return *read;
  }
  void edit(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = bytes(path);
    REQUIRE(text.find(from) != std::string::npos);
    put(path, text.replace(text.find(from), from.size(), to));
  }

  CheckedProject checked(const std::string& today = "2026-01-15") const {
    DirectParsers parsers;
    auto checked = check_project(files, parsers, project_folder, day(today));
    if (!checked) FAIL(checked.error().what.en);
    REQUIRE_FALSE(checked->configuration_is_wrong());
    return std::move(*checked);
  }

  Result<std::vector<ReleaseOutcome>> try_release(std::vector<std::string> ids,
                                                  const std::string& today = "2026-01-15") {
    const CheckedProject project = checked(today);
    if (ids.empty()) ids = all_releasable(project.corpus());
    return release_items(files, project, project_folder, ids, day(today));
  }

  /// Without ids: all.
  std::vector<ReleaseOutcome> release(std::vector<std::string> ids = {}, const std::string& today = "2026-01-15") {
    auto outcomes = try_release(std::move(ids), today);
    if (!outcomes) FAIL(outcomes.error().what.en);
    return std::move(*outcomes);
  }
};

inline std::vector<std::string> summary(const std::vector<ReleaseOutcome>& outcomes) {
  std::vector<std::string> lines;
  for (const auto& one : outcomes) {
    const std::string kind = one.kind == ReleaseOutcome::Kind::released    ? "released"
                             : one.kind == ReleaseOutcome::Kind::unchanged ? "unchanged"
                                                                           : "refused";
    lines.push_back(one.id + " " + one.version.text() + " " + kind);
  }
  return lines;
}

inline std::string reasons(const ReleaseOutcome& one) {
  std::string text;
  for (const auto& reason : one.reasons) text += reason.en + "\n";
  return text;
}

inline std::pair<const std::string, std::string> source(const std::string& id, const std::string& keys,
                                                        const std::string& body = "## Formål\n\nTekst.\n") {
  return {"content/documents/" + id + ".md",
          "---\nid: " + id + "\ntitle: Titel " + id + "\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n" +
              "  - {version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}\n" + keys + "---\n\n" + body};
}

inline std::pair<const std::string, std::string> root(const std::string& body = "## Formål\n\nTekst.\n") {
  return source("politik",
                "type: politik\napprovals:\n  - {body: udvalg, date: 2025-11-12, version: \"1.0\"}\n"
                "  - {body: direktion, date: 2025-11-12, version: \"1.0\"}\n",
                body);
}

inline std::pair<const std::string, std::string> guide(const std::string& id, const std::string& parent,
                                                       const std::string& more = {},
                                                       const std::string& body = "## Formål\n\nTekst.\n") {
  return source(id, "type: vejledning\nparent: " + parent + "\n" + more, body);
}

inline std::pair<const std::string, std::string> handbook(const std::string& parts) {
  return {"content/handbooks/haandbog.yaml",
          "id: haandbog\ntitle: Håndbog\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n"
          "  - {version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}\nparts:\n" +
              parts};
}

inline const std::string policy_in_archive = "content/archive/politik/1.0/politik.md";

}  // namespace kanon::test
