#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "env/memory_files.h"
#include "history/new_entry.h"
#include "plan/site.h"
#include "read/project.h"
#include "resolve/resolve.h"

namespace kanon::test {

using FileMap = std::map<std::string, std::string>;

/// A project in memory, read, set to a day, resolved, and planned for one audience. It isn't checked: what a check
/// would stop is exactly what plan and emit must be safe against. Unless a test says otherwise drafts are shown, so
/// that documents need no releases.
class PlannedProject {
 public:
  explicit PlannedProject(const FileMap& files, const std::string& audience = "public",
                          const PointInTime& point = with_drafts())
      : files_(in_memory(files)),
        corpus_(as_it_stood(read(files_), point)),
        model_(resolve(corpus_)),
        view_(model_, audience),
        site_(plan_site(view_, point)) {}
  PlannedProject(const PlannedProject&) = delete;
  PlannedProject& operator=(const PlannedProject&) = delete;

  const View& view() const { return view_; }
  const Site& site() const { return site_; }
  const Files& files() const { return files_; }

  const Document& document(const std::string& id) const {
    const auto item = view_.find(id);
    INFO(id);
    REQUIRE(item);
    return view_.document(*item);
  }

  static Date today() { return *Date::parse("2026-11-21"); }
  static PointInTime with_drafts() { return {.date = today(), .today = today(), .drafts = Drafts::shown}; }
  static PointInTime on(const std::string& day) { return {.date = *Date::parse(day), .today = today()}; }

 private:
  static MemoryFiles in_memory(const FileMap& files) {
    MemoryFiles memory;
    REQUIRE(memory.write("/project/kanon.yaml", "site: {title: Eksempel}\n"));
    for (const auto& [path, bytes] : files) REQUIRE(memory.write("/project/" + path, bytes));
    return memory;
  }

  static Corpus read(const MemoryFiles& files) {
    DirectParsers parsers;
    auto project = read_project(files, parsers, "/project", ArchiveDepth::all);
    REQUIRE(project);
    return std::move(project->corpus);
  }

  MemoryFiles files_;
  Corpus corpus_;
  Model model_;
  View view_;
  Site site_;
};

/// What a release is made of besides its source.
struct ReleasedWith {
  std::optional<ReleaseName> parent{};
  std::vector<ReleaseName> parts{};
  std::vector<NewFile> local_files{};  ///< below the release's folder
};

/// Releases a source of the project in memory, as `kanon release` would: adds what it writes below
/// content/archive/<id>/.
inline void release(FileMap& files, const std::string& source, const std::string& version, const std::string& day,
                    ReleasedWith with = {}) {
  const std::string name = source.substr(source.rfind('/') + 1);
  const std::string id = name.substr(0, name.rfind('.'));
  MemoryFiles memory;
  REQUIRE(memory.write("/project/kanon.yaml", "site: {title: Eksempel}\n"));
  for (const auto& [path, bytes] : files) REQUIRE(memory.write("/project/" + path, bytes));
  DirectParsers parsers;
  const auto project = read_project(memory, parsers, "/project", ArchiveDepth::newest);
  REQUIRE(project);
  const auto known = project->corpus.archive.find(id);
  const auto before = known == project->corpus.archive.end() ? std::vector<LedgerEntry>{} : known->second.entries;
  NewRelease release{id,
                     *Version::parse(version),
                     *Date::parse(day),
                     source,
                     std::move(with.local_files),
                     std::move(with.parent),
                     std::move(with.parts)};
  release.files.push_back({name, files.at(source)});
  for (auto& file : files_of_release(before, std::move(release))) {
    files["content/archive/" + id + "/" + file.path] = std::move(file.bytes);
  }
}

/// The source of a document, with one history entry.
inline std::string document(const std::string& id, const std::string& type, const std::string& title,
                            const std::string& more, const std::string& body = "Tekst.\n") {
  return "---\nid: " + id + "\ntype: " + type + "\ntitle: \"" + title + "\"\nversion: \"1.0\"\nhistory:\n" +
         "  - {version: \"1.0\", date: 2025-04-09, by: CAI, change: Nyt dokument, kind: new}\n" + more + "---\n" + body;
}

inline std::string public_document(const std::string& id, const std::string& type, const std::string& title,
                                   const std::string& more = {}, const std::string& body = "Tekst.\n") {
  return document(id, type, title, "classification: offentlig\n" + more, body);
}

}  // namespace kanon::test
