#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "env/memory_files.h"
#include "plan/site.h"
#include "support/project_fixture.h"

namespace kanon::test {

using FileMap = std::map<std::string, std::string>;

/// A project in memory, read, resolved, and planned for one audience. It isn't checked: what a check would stop is
/// exactly what plan and emit must be safe against.
class PlannedProject {
 public:
  explicit PlannedProject(const FileMap& files, const std::string& audience = "public")
      : files_(in_memory(files)),
        project_(files),
        view_(project_.model(), audience),
        site_(plan_site(view_, today())) {}
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

 private:
  static MemoryFiles in_memory(const FileMap& files) {
    MemoryFiles memory;
    for (const auto& [path, bytes] : files) REQUIRE(memory.write("/project/" + path, bytes));
    return memory;
  }

  MemoryFiles files_;
  ProjectFixture project_;
  View view_;
  Site site_;
};

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
