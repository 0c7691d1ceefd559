#include "read/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/sha256.h"
#include "env/memory_files.h"
#include "env/temporary_folder.h"
#include "model/seal.h"
#include "read/project.h"

using namespace kanon;

namespace {

using Texts = std::map<std::string, std::string>;
using Lines = std::vector<std::string>;

std::string document(std::string_view id, std::string_view version, std::string_view body = "Tekst.\n") {
  return fmt::format(
      "---\nid: {}\ntype: politik\ntitle: T\nversion: \"{}\"\nhistory: [{{version: \"{}\", date: "
      "2025-01-01}}]\n---\n{}",
      id, version, version, body);
}

/// One item's archive, and the ledger that goes with it.
class Releases {
 public:
  explicit Releases(std::string id) : id_(std::move(id)) {}

  Releases& add(std::string_view version, Texts files, std::string source = {}) {
    std::vector<FrozenFile> frozen;
    for (const auto& [path, bytes] : files) {
      frozen.push_back({path, sha256_hex(bytes)});
      files_[fmt::format("/p/content/archive/{}/{}/{}", id_, version, path)] = bytes;
    }
    LedgerEntry entry;
    entry.version.value = Version::parse(version).value();
    entry.date.value = Date::parse("2025-11-20").value();
    entry.sha256.value = seal_of_files(frozen);
    entry.source = std::move(source);
    entry.previous.value = entries_.empty() ? no_entry : *entries_.back().entry;
    entry.entry.value = seal_of_entry(entry);
    entries_.push_back(std::move(entry));
    files_["/p/content/archive/" + id_ + "/ledger.yaml"] = ledger_text(entries_);
    return *this;
  }

  const Texts& files() const { return files_; }

 private:
  std::string id_;
  std::vector<LedgerEntry> entries_;
  Texts files_;
};

Texts project(std::initializer_list<Texts> parts) {
  Texts all{{"/p/kanon.yaml", "site: {title: T}\n"}};
  for (const Texts& part : parts) all.insert(part.begin(), part.end());
  return all;
}

ReadProject read(const Files& files, ArchiveDepth depth = ArchiveDepth::newest, const std::string& folder = "/p") {
  DirectParsers parsers;
  auto project = read_project(files, parsers, folder, depth);
  REQUIRE(project);
  return std::move(*project);
}

ReadProject read(const Texts& files, ArchiveDepth depth = ArchiveDepth::newest) {
  return read(MemoryFiles(files), depth);
}

/// The paths of what was read of the archive.
Lines frozen_paths(const Corpus& corpus) {
  Lines paths;
  for (std::size_t i = corpus.archive_begins; i < corpus.files.size(); ++i) paths.push_back(corpus.files[i].path);
  return paths;
}

Lines found(const ReadProject& project) {
  Lines lines;
  for (const Diagnostic& d : project.diagnostics) lines.push_back(fmt::format("{} {}", d.path, name_of(d.rule)));
  return lines;
}

const ItemArchive& archive(const ReadProject& project, std::string_view id = "a") {
  const auto found = project.corpus.archive.find(id);
  REQUIRE(found != project.corpus.archive.end());
  return found->second;
}

const Texts kSource{{"/p/content/documents/it/a.md", document("a", "1.1")}};

Releases two_releases() {
  return Releases("a")
      .add("1.0", {{"a.md", document("a", "1.0")}}, "content/documents/a.md")
      .add("1.1", {{"a.md", document("a", "1.1")}});
}

}  // namespace

TEST_CASE("without an archive there is nothing to read") {
  const ReadProject none = read(project({kSource}));
  CHECK(none.corpus.archive.empty());
  CHECK(none.corpus.archive_begins == none.corpus.files.size());
}

TEST_CASE("a release that is the source itself is hashed, not read") {
  const ReadProject untouched = read(project({kSource, two_releases().files()}));
  CHECK(untouched.diagnostics.empty());
  CHECK(frozen_paths(untouched.corpus) == Lines{"content/archive/a/ledger.yaml"});
  const ItemArchive& item = archive(untouched);
  CHECK(item.id == "a");
  CHECK(item.ledger == untouched.corpus.archive_begins);
  CHECK(item.ledger_is_readable);
  REQUIRE(item.entries.size() == 2);
  REQUIRE(item.releases.size() == 2);
  CHECK(item.releases[1].folder == "content/archive/a/1.1");
  CHECK(item.releases[1].sha256 == *item.entries[1].sha256);
  CHECK_FALSE(item.releases[1].file);
  CHECK(untouched.corpus.frozen.documents.empty());
  CHECK(untouched.corpus.documents.size() == 1);
}

TEST_CASE("BOM and line ends make no difference between a source and its release") {
  Texts files = project({kSource, two_releases().files()});
  std::string& text = files["/p/content/documents/it/a.md"];
  text.replace(text.find("Tekst.\n"), 7, "Tekst.\r\n");
  text = "\xEF\xBB\xBF" + text;
  CHECK(frozen_paths(read(files).corpus) == Lines{"content/archive/a/ledger.yaml"});
}

TEST_CASE("of a source that was changed the newest release is read") {
  Texts files = project({two_releases().files()});
  files["/p/content/documents/it/a.md"] = document("a", "1.1", "Andet.\n");
  const ReadProject changed = read(files);
  CHECK(changed.diagnostics.empty());
  CHECK(frozen_paths(changed.corpus) == Lines{"content/archive/a/1.1/a.md", "content/archive/a/ledger.yaml"});
  const ItemArchive& item = archive(changed);
  CHECK_FALSE(item.releases[0].file);
  REQUIRE(item.releases[1].file);
  const SourceFile& frozen = changed.corpus.files[*item.releases[1].file];
  CHECK(frozen.path == "content/archive/a/1.1/a.md");
  CHECK(frozen.frozen_in == "content/archive/a/1.1");
  CHECK(frozen.stood_at == "content/documents/it/a.md");  // the ledger doesn't say
  REQUIRE(changed.corpus.frozen.documents.size() == 1);
  CHECK(changed.corpus.frozen.documents[0].file == *item.releases[1].file);
  CHECK(changed.corpus.frozen.documents[0].version->text() == "1.1");
  CHECK_FALSE(changed.corpus.frozen.documents[0].edition.is_released());
}

TEST_CASE("for a site every release is read, of items without a source too") {
  const ReadProject all = read(
      project(
          {kSource, two_releases().files(), Releases("a-b").add("1.10", {{"a-b.md", document("a-b", "1.10")}}).files(),
           Releases("h").add("1.9", {{"h.yaml", "id: h\ntitle: H\nversion: 1.9\nhistory: []\nparts: []\n"}}).files(),
           Releases("k").add("1.10", {{"k.yaml", "id: k\ntitle: K\nversion: 1.10\nhistory: []\n"}}).files()}),
      ArchiveDepth::all);
  CHECK(all.diagnostics.empty());
  const Corpus& corpus = all.corpus;
  CHECK(frozen_paths(corpus) ==
        Lines{"content/archive/a-b/1.10/a-b.md", "content/archive/a-b/ledger.yaml", "content/archive/a/1.0/a.md",
              "content/archive/a/1.1/a.md", "content/archive/a/ledger.yaml", "content/archive/h/1.9/h.yaml",
              "content/archive/h/ledger.yaml", "content/archive/k/1.10/k.yaml", "content/archive/k/ledger.yaml"});
  CHECK(corpus.frozen.documents.size() == 3);
  REQUIRE(corpus.frozen.catalogs.size() == 1);
  REQUIRE(corpus.frozen.handbooks.size() == 1);
  CHECK(corpus.files[corpus.frozen.handbooks[0].file].stood_at == "content/handbooks/h.yaml");
  CHECK(corpus.files[corpus.frozen.catalogs[0].file].stood_at == "content/catalogs/k.yaml");
  const ItemArchive& item = archive(all);
  CHECK(corpus.files[*item.releases[0].file].stood_at == "content/documents/a.md");
  // The text of the source and of its release is held once.
  CHECK(&corpus.parsed(corpus.documents[0].file).bytes() == &corpus.parsed(*item.releases[1].file).bytes());
}

TEST_CASE("a release that doesn't fit the ledger, or isn't in it, is read so that it can be pointed at") {
  Texts files = project({kSource, two_releases().files()});
  files["/p/content/archive/a/1.0/a.md"] += "Rettet.\n";
  files["/p/content/archive/a/0.9/a.md"] = document("a", "0.9");
  const ReadProject tampered = read(files);
  CHECK(tampered.diagnostics.empty());  // a rule says so
  const ItemArchive& item = archive(tampered);
  REQUIRE(item.releases.size() == 3);
  CHECK(item.releases[0].version.text() == "0.9");
  CHECK(item.releases[0].file);
  CHECK(item.releases[1].file);
  CHECK_FALSE(item.releases[2].file);
  CHECK(item.releases[1].sha256 != *item.entries[0].sha256);
}

TEST_CASE("releases stand by version, not by name") {
  Releases releases("a");
  for (const char* version : {"1.9", "1.10"}) releases.add(version, {{"a.md", document("a", version)}});
  const ReadProject sorted = read(project({releases.files()}));
  const ItemArchive& item = archive(sorted);
  REQUIRE(item.releases.size() == 2);
  CHECK(item.releases[0].version.text() == "1.9");
  CHECK(item.releases[1].version.text() == "1.10");
}

TEST_CASE("local files of a newest release are compared with today's") {
  const auto release = Releases("a").add("1.1", {{"a.md", document("a", "1.1")},
                                                 {"files/billeder/gone.png", "G"},
                                                 {"files/billeder/x.png", "PNG"},
                                                 {"files/y.pdf", "PDF"}});
  const auto removed = Releases("b").add("1.0", {{"b.md", document("b", "1.0")}, {"files/z.pdf", "Z"}});
  Texts files = project({kSource, release.files(), removed.files()});
  files["/p/content/billeder/x.png"] = "PNG";
  files["/p/content/y.pdf"] = "other";
  files["/p/content/z.pdf"] = "Z";
  const ReadProject now = read(files);
  CHECK(now.corpus.local_files == Texts{{"content/billeder/gone.png", ""},
                                        {"content/billeder/x.png", sha256_hex("PNG")},
                                        {"content/y.pdf", sha256_hex("other")}});
  CHECK(archive(now).releases[0].sha256 == *archive(now).entries[0].sha256);
}

TEST_CASE("what is wrong in a frozen source is no finding") {
  const auto release = Releases("a").add("1.0", {{"a.md", "---\nid: b\nforkert: [\n---\n<script>x</script>\n"}});
  const ReadProject frozen = read(project({release.files()}), ArchiveDepth::all);
  CHECK(frozen.diagnostics.empty());
  for (const Document& document : frozen.corpus.frozen.documents) CHECK(*document.id == "a");
  CHECK(read(project({Releases("a").add("1.0", {{"a.md", "\xFF"}}).files()}), ArchiveDepth::all).diagnostics.empty());
}

TEST_CASE("a frozen item has the id of its archive, whatever its text says") {
  const auto release = Releases("a").add("1.0", {{"a.md", document("b", "1.0")}});
  const ReadProject frozen = read(project({release.files()}), ArchiveDepth::all);
  REQUIRE(frozen.corpus.frozen.documents.size() == 1);
  CHECK(*frozen.corpus.frozen.documents[0].id == "a");
}

TEST_CASE("a ledger that can't be read is told at its place, and its releases are read") {
  Texts files = project({kSource, two_releases().files()});
  files["/p/content/archive/a/ledger.yaml"] = "- version: \"1.0\"\n  date: igår\n";
  const ReadProject broken = read(files);
  CHECK_FALSE(archive(broken).ledger_is_readable);
  REQUIRE_FALSE(broken.diagnostics.empty());
  for (const Diagnostic& d : broken.diagnostics) {
    CHECK(d.rule == RuleId::broken_ledger);
    CHECK(d.path == "content/archive/a/ledger.yaml");
  }
  CHECK(std::ranges::any_of(broken.diagnostics, [](const Diagnostic& d) { return d.place.line == 2; }));
  CHECK(archive(broken).releases[0].file);
}

TEST_CASE("a missing ledger leaves releases without entries") {
  Texts files = project({kSource, two_releases().files()});
  files.erase("/p/content/archive/a/ledger.yaml");
  const ReadProject missing = read(files);
  CHECK_FALSE(archive(missing).ledger);
  CHECK(archive(missing).entries.empty());
  CHECK(archive(missing).releases.size() == 2);
  CHECK(archive(missing).releases[0].file);
}

TEST_CASE("what has no place in the archive is told once a folder") {
  Texts files = project({kSource, two_releases().files()});
  for (const char* path : {"readme.md", "a/notes.txt", "a/1.0b/a.md", "a/1.0b/b.md", "a/ledger.yaml.orig",
                           "Stort Navn/1.0/x.md", "Stort Navn/1.1/x.md", "t\tab/1.0/x.md", "bad\xFF/1.0/x.md"}) {
    files["/p/content/archive/" + std::string(path)] = "x";
  }
  const ReadProject stray = read(files);
  CHECK(found(stray) == Lines{"content/archive tampered-archive", "content/archive tampered-archive",
                              "content/archive/Stort Navn tampered-archive", "content/archive/a/1.0b tampered-archive",
                              "content/archive/a/ledger.yaml.orig tampered-archive",
                              "content/archive/a/notes.txt tampered-archive",
                              "content/archive/readme.md tampered-archive"});
  CHECK(stray.corpus.archive.size() == 1);
  CHECK(archive(stray).releases.size() == 2);
}

TEST_CASE("a version that is a file, or whose files lie deeper, fits no entry") {
  Texts files = project({kSource, two_releases().files()});
  files.erase("/p/content/archive/a/1.0/a.md");
  files["/p/content/archive/a/1.0"] = document("a", "1.0");
  files["/p/content/archive/b/1.0/deep/b.md"] = document("b", "1.0");
  const ReadProject odd = read(files, ArchiveDepth::all);
  CHECK(archive(odd).releases[0].files.empty());
  CHECK(archive(odd).releases[0].sha256 != *archive(odd).entries[0].sha256);
  CHECK(archive(odd, "b").releases[0].files.size() == 1);
  CHECK_FALSE(archive(odd, "b").releases[0].file);
}

TEST_CASE("a file of the archive that is too large to read as text is hashed") {
  const std::string large = document("a", "1.0", std::string(3000, 'x'));
  Texts files = project({Releases("a").add("1.0", {{"a.md", large}}).files()});
  files["/p/kanon.yaml"] = "site: {title: T}\nlimits: {source_bytes: 2000}\n";
  const ReadProject limited = read(files, ArchiveDepth::all);
  CHECK(limited.diagnostics.empty());
  CHECK_FALSE(archive(limited).releases[0].file);
  CHECK(archive(limited).releases[0].sha256 == *archive(limited).entries[0].sha256);
}

TEST_CASE("links out of the project and pipes in the archive are never read") {
  namespace fs = std::filesystem;
  auto temporary = TemporaryFolder::make("kanon-archive");
  REQUIRE(temporary);
  const std::string folder = temporary->path() + "/p";
  Disk disk;
  for (const auto& [path, bytes] : project({kSource, two_releases().files()})) {
    REQUIRE(disk.write(folder + path.substr(2), bytes));
  }
  REQUIRE(disk.write(temporary->path() + "/secret.md", document("a", "1.0")));
  const std::string item = folder + "/content/archive/a/";
  fs::remove(item + "1.0/a.md");
  fs::create_symlink(temporary->path() + "/secret.md", item + "1.0/a.md");
  fs::create_directory_symlink(temporary->path(), item + "2.0");
  fs::create_symlink("nowhere", item + "1.1/x");
  const ReadProject linked = read(disk, ArchiveDepth::all, folder);
  CHECK(linked.diagnostics.empty());
  const ItemArchive& found_item = archive(linked);
  REQUIRE(found_item.releases.size() == 3);
  REQUIRE(found_item.releases[0].files.size() == 1);
  CHECK(found_item.releases[0].files[0].sha256.empty());
  CHECK_FALSE(found_item.releases[0].file);
  CHECK(found_item.releases[0].sha256 != *found_item.entries[0].sha256);
  CHECK(found_item.releases[2].files.empty());

  fs::remove(item + "ledger.yaml");
  fs::create_symlink(temporary->path() + "/secret.md", item + "ledger.yaml");
  const ReadProject no_ledger = read(disk, ArchiveDepth::all, folder);
  CHECK(found(no_ledger) == Lines{"content/archive/a/ledger.yaml broken-ledger"});
  CHECK_FALSE(archive(no_ledger).ledger_is_readable);

  fs::remove_all(folder + "/content/archive");
  fs::create_directory_symlink(temporary->path(), folder + "/content/archive");
  const ReadProject outside = read(disk, ArchiveDepth::all, folder);
  CHECK(outside.corpus.archive.empty());
  const Lines all = found(outside);
  CHECK(std::ranges::count(all, "content/archive tampered-archive") == 1);
}
