#include "read/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "env/memory_files.h"

using namespace kanon;

namespace {

/// Files in memory, with entries that only a disk can have.
class OddFiles final : public Files {
 public:
  OddFiles(std::map<std::string, std::string> files, std::vector<Entry> odd)
      : files_(std::move(files)), odd_(std::move(odd)) {}

  Result<std::vector<Entry>> list(const std::string& folder, const std::string& root) const override {
    auto entries = files_.list(folder, root);
    if (entries && folder.ends_with("/content")) entries->insert(entries->end(), odd_.begin(), odd_.end());
    std::ranges::sort(*entries, {}, &Entry::path);
    return entries;
  }
  Result<std::string> read(const std::string& path) const override { return files_.read(path); }
  bool is_file(const std::string& path) const override { return files_.is_file(path); }
  bool is_folder(const std::string& path) const override { return files_.is_folder(path); }
  bool stays_below(const std::string& path, const std::string& folder) const override {
    return files_.stays_below(path, folder);
  }
  Result<void> write(const std::string& path, std::string_view bytes) override { return files_.write(path, bytes); }
  Result<void> add_together(const std::string& folder, const std::vector<NewFile>& files) override {
    return files_.add_together(folder, files);
  }
  Result<void> remove(const std::string& path) override { return files_.remove(path); }

 private:
  MemoryFiles files_;
  std::vector<Entry> odd_;
};

MemoryFiles in_memory(std::map<std::string, std::string> files) { return MemoryFiles(std::move(files)); }

const std::string kConfig = "site: {title: T}\npages: [{folder: docs, address: manual}]\n";

std::string document(std::string_view id) {
  return fmt::format(
      "---\nid: {}\ntype: politik\ntitle: T\nversion: \"1.0\"\nhistory: [{{version: \"1.0\", date: "
      "2025-01-01}}]\n---\n",
      id);
}

Result<ReadProject> read(const Files& files) {
  DirectParsers parsers;
  return read_project(files, parsers, "/p");
}

std::vector<std::string> found(const ReadProject& project) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : project.diagnostics) {
    lines.push_back(fmt::format("{}:{}:{} {}", d.path, d.place.line, d.place.column, name_of(d.rule)));
  }
  return lines;
}

std::vector<std::string> paths(const Corpus& corpus) {
  std::vector<std::string> paths;
  for (const SourceFile& file : corpus.files) paths.push_back(file.path);
  return paths;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the nearest folder above with a kanon.yaml is the project") {
  const MemoryFiles files({{"/a/kanon.yaml", ""}, {"/a/b/c/x.md", ""}, {"/kanon.yamlx", ""}});
  CHECK(find_project(files, "/a/b/c").value() == "/a");
  CHECK(find_project(files, "/a/").value() == "/a");
  const auto none = find_project(files, "/other");
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == Error::Kind::usage);
  CHECK(none.error().help.da.find("kanon init") != std::string::npos);
  CHECK(find_project(in_memory({{"/kanon.yaml", ""}}), "/x/y").value() == "/");
  CHECK(find_project(in_memory({{"kanon.yaml", ""}}), "x").value().empty());
}

TEST_CASE("without kanon.yaml there is no project") {
  const auto project = read(in_memory({{"/p/content/pages/a.md", ""}}));
  REQUIRE_FALSE(project);
  CHECK(project.error().kind == Error::Kind::usage);
}

TEST_CASE("every kind of source finds its place, in the order of paths") {
  const MemoryFiles files({
      {"/p/kanon.yaml", kConfig},
      {"/p/content/archive/a/1.0/a.md", "not read"},
      {"/p/content/catalogs/k.yaml", "id: k\ntitle: K\nversion: 1.0\nhistory: []\n"},
      {"/p/content/catalogs/o.xml", "<catalog/>"},
      {"/p/content/criteria.yaml", "objectives: [{id: o, title: O}]\n"},
      {"/p/content/documents/b.md", document("b")},
      {"/p/content/documents/it/a.md", document("a")},
      {"/p/content/documents/it/figur.png", "PNG"},
      {"/p/content/glossary.yaml", "- {id: t, term: T, definition: D}\n"},
      {"/p/content/handbooks/h.yaml", "id: h\ntitle: H\nversion: 1.0\nhistory: []\nparts: []\n"},
      {"/p/content/members/m.md", "---\nid: m\nname: M\nkind: founding\nstatus: admitted\n---\n"},
      {"/p/content/pages/index.md", "---\ntitle: Forside\n---\n"},
      {"/p/content/projects/q.md", "---\nid: q\ntitle: Q\n---\n"},
      {"/p/content/registers/controls.yaml", "- {control: A.5.1, applicable: true}\n"},
      {"/p/content/registers/dispensations.yaml", "[]\n"},
      {"/p/docs/index.md", "---\ntitle: Manual\n---\n"},
      {"/p/docs/eksempel.yaml", "a: b\n"},
      {"/p/docs/rules/x.md", "---\ntitle: X\n---\n"},
      {"/p/src/readme.md", "not read"},
  });
  const auto project = read(files);
  REQUIRE(project);
  CHECK(found(*project).empty());
  CHECK_FALSE(project->configuration_is_wrong);
  const Corpus& corpus = project->corpus;
  CHECK(paths(corpus) == Lines{"content/catalogs/k.yaml", "content/catalogs/o.xml", "content/criteria.yaml",
                               "content/documents/b.md", "content/documents/it/a.md", "content/glossary.yaml",
                               "content/handbooks/h.yaml", "content/members/m.md", "content/pages/index.md",
                               "content/projects/q.md", "content/registers/controls.yaml",
                               "content/registers/dispensations.yaml", "docs/index.md", "docs/rules/x.md", "kanon.yaml",
                               "content/archive/a/1.0/a.md"});
  CHECK(corpus.sources().size() == corpus.files.size() - 1);
  CHECK(corpus.other_files == Lines{"content/documents/it/figur.png", "docs/eksempel.yaml"});
  REQUIRE(corpus.documents.size() == 2);
  CHECK(*corpus.documents[0].id == "b");
  CHECK(corpus.files[corpus.documents[1].file].path == "content/documents/it/a.md");
  CHECK(corpus.members.size() == 1);
  CHECK(corpus.projects.size() == 1);
  CHECK(corpus.objectives.size() == 1);
  CHECK(corpus.catalogs.size() == 2);
  CHECK(corpus.handbooks.size() == 1);
  CHECK(corpus.terms.size() == 1);
  CHECK(corpus.controls.size() == 1);
  REQUIRE(corpus.pages.size() == 3);
  CHECK(corpus.pages[0].address == "index");
  CHECK(corpus.pages[1].address == "manual");
  CHECK(corpus.pages[2].address == "manual/rules/x");
  CHECK(corpus.files[corpus.objectives[0].file].path == "content/criteria.yaml");
}

TEST_CASE("many broken files are all reported in one run") {
  const MemoryFiles files({
      {"/p/kanon.yaml", "site: {title: T}\nlimits: {source_bytes: 2000}\n"},
      {"/p/content/documents/a.md", "---\nid: b\ntype: politik\n---\n"},
      {"/p/content/documents/c.md", "---\nid: [c\n---\n"},
      {"/p/content/documents/d.md", "\xff"},
      {"/p/content/documents/stor.md", std::string(2001, 'x')},
      {"/p/content/documents/x.yaml", "a: b\n"},
      {"/p/content/foo.md", "# Foo\n"},
      {"/p/content/glossary.yaml", "- {id: t, trem: T, definition: D}\n"},
      {"/p/content/members/m.md", "---\nid: m\nname: M\nkind: founder\nstatus: admitted\n---\n"},
      {"/p/content/stor.png", std::string(5000, 'x')},
  });
  const auto project = read(files);
  REQUIRE(project);
  CHECK_FALSE(project->configuration_is_wrong);
  const Lines lines = found(*project);
  const Lines expected{"content/documents/a.md:1:1 missing-key",  // title, version
                       "content/documents/a.md:1:1 missing-key",     "content/documents/a.md:2:5 invalid-id",
                       "content/documents/d.md:1:1 invalid-utf8",    "content/documents/stor.md:1:1 too-large",
                       "content/documents/x.yaml:1:1 invalid-value", "content/foo.md:1:1 invalid-value",
                       "content/glossary.yaml:1:3 missing-key",      "content/glossary.yaml:1:11 unknown-key",
                       "content/members/m.md:4:7 invalid-value"};
  for (const auto& line : expected) CHECK(std::ranges::count(lines, line) == std::ranges::count(expected, line));
  CHECK(lines.size() == expected.size() + 1);  // and what the parser says of c.md
  CHECK(std::ranges::count_if(lines, [](const auto& line) { return line.starts_with("content/documents/c.md:"); }) ==
        1);
  // items stay in the corpus under the names of their files, so that links to them are not broken too
  REQUIRE(project->corpus.documents.size() == 4);
  CHECK(*project->corpus.documents[0].id == "b");
  CHECK(*project->corpus.documents[1].id == "c");
  CHECK(*project->corpus.documents[2].id == "d");
  CHECK(*project->corpus.documents[3].id == "stor");
  CHECK(project->corpus.other_files == Lines{"content/stor.png"});
}

TEST_CASE("a wrong configuration is all that is said") {
  for (const std::string config : {"site: {titel: T}\n", "site: [\n", "", "rules: {x: y}\nsite: {title: T}\n"}) {
    const auto project = read(in_memory({{"/p/kanon.yaml", config}, {"/p/content/documents/a.md", "---\n---\n"}}));
    REQUIRE(project);
    CHECK(project->configuration_is_wrong);
    CHECK_FALSE(project->diagnostics.empty());
    for (const Diagnostic& diagnostic : project->diagnostics) CHECK(diagnostic.path == "kanon.yaml");
    CHECK(paths(project->corpus) == Lines{"kanon.yaml"});
  }
  const auto huge = read(in_memory({{"/p/kanon.yaml", std::string(3'000'000, '#')}}));
  REQUIRE(huge);
  CHECK(found(*huge).front() == "kanon.yaml:1:1 too-large");
}

TEST_CASE("links that leave the project and special files are never read") {
  const OddFiles files({{"/p/kanon.yaml", "site: {title: T}\n"}, {"/p/content/documents/a.md", document("a")}},
                       {{"documents/b.md", EntryKind::link_outside, 0},
                        {"documents/c.md", EntryKind::special, 0},
                        {"documents/ud", EntryKind::link_outside, 0},
                        {"archive/x", EntryKind::link_outside, 0}});
  const auto project = read(files);
  REQUIRE(project);
  CHECK(found(*project) == Lines{"content/documents/b.md:1:1 invalid-value", "content/documents/c.md:1:1 invalid-value",
                                 "content/documents/ud:1:1 invalid-value"});
  CHECK(project->corpus.other_files.empty());
  CHECK(project->corpus.documents.size() == 3);
}

TEST_CASE("a file whose name can't be shown is left out and named as far as it can be") {
  const MemoryFiles files({{"/p/kanon.yaml", "site: {title: T}\n"},
                           {"/p/content/documents/a\nb.md", document("a")},
                           {"/p/content/documents/\xff.png", "x"}});
  const auto project = read(files);
  REQUIRE(project);
  CHECK(found(*project) ==
        Lines{"content/documents/a\uFFFDb.md:1:1 invalid-value", "content/documents/\uFFFD.png:1:1 invalid-value"});
  CHECK(project->corpus.documents.empty());
  CHECK(project->corpus.other_files.empty());
}

TEST_CASE("a catalog in OSCAL is held to a limit of its own") {
  const MemoryFiles files({{"/p/kanon.yaml", "site: {title: T}\nlimits: {import_bytes: 1024}\n"},
                           {"/p/content/catalogs/a.xml", std::string(1025, 'x')},
                           {"/p/content/catalogs/b.xml", "<catalog>" + std::string(1005, ' ') + "</catalog>"}});
  const auto project = read(files);
  REQUIRE(project);
  CHECK(found(*project) == Lines{"content/catalogs/a.xml:1:1 too-large"});
  CHECK(project->corpus.catalogs.size() == 2);
  CHECK(project->corpus.other_files.empty());
}

TEST_CASE("byte order mark and Windows line ends change no place") {
  const MemoryFiles files({{"/p/kanon.yaml", "\xEF\xBB\xBFsite: {title: T}\r\n"},
                           {"/p/content/pages/a.md", "\xEF\xBB\xBF---\r\ntitle: A\r\nordre: 1\r\n---\r\n"}});
  const auto project = read(files);
  REQUIRE(project);
  CHECK(found(*project) == Lines{"content/pages/a.md:3:1 unknown-key"});
}
