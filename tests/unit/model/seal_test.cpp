#include "model/seal.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/sha256.h"

using namespace kanon;

namespace {

LedgerEntry entry_of(std::string_view version) {
  LedgerEntry entry;
  entry.version.value = Version::parse(version).value();
  entry.date.value = Date::parse("2025-11-20").value();
  entry.sha256.value = "8a1f" + std::string(60, '0');
  entry.previous.value = no_entry;
  return entry;
}

ReleaseName release(std::string id, std::string_view version) {
  return {std::move(id), Version::parse(version).value()};
}

}  // namespace

TEST_CASE("the seal of files is the hash of what sha256sum prints") {
  // find * -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
  const std::vector<FrozenFile> files{
      {"files/x.png", sha256_hex("PNG")}, {"a.md", sha256_hex("hej\n")}, {"b\\c", sha256_hex("q")}};
  CHECK(seal_of_files(files) == "50532a61a0f97ac3d9070d41a23b8aec1c2252b871fdf65710fac26e49a6e2e2");
}

TEST_CASE("the seal of files doesn't depend on their order, but on every name and hash") {
  std::vector<FrozenFile> files{{"a.md", "1"}, {"files/b", "2"}, {"files-b", "3"}};
  const std::string seal = seal_of_files(files);
  std::ranges::reverse(files);
  CHECK(seal_of_files(files) == seal);
  files[0].sha256 = "4";
  CHECK(seal_of_files(files) != seal);
  files[0].sha256 = "3";
  files[0].path = "files-c";
  CHECK(seal_of_files(files) != seal);
  CHECK(seal_of_files({}) == sha256_hex(""));
}

TEST_CASE("a file's name can't pass for another file's line") {
  const std::string hash = sha256_hex("x");
  const std::string seal = seal_of_files({{"a", hash}, {"b", hash}});
  CHECK(seal_of_files({{"a\n" + hash + "  b", hash}}) != seal);
}

TEST_CASE("the canonical form is JSON with sorted keys and no white space") {
  LedgerEntry entry = entry_of("1.10");
  CHECK(canonical_form(entry) == R"({"date":"2025-11-20","previous":")" + no_entry + R"(","sha256":"8a1f)" +
                                     std::string(60, '0') + R"(","version":"1.10"})");
  entry.parts = {release("a", "1.0"), release("b", "2.1")};
  entry.source = "content/handbooks/h.yaml";
  CHECK(canonical_form(entry) ==
        R"({"date":"2025-11-20","parts":[{"id":"a","version":"1.0"},{"id":"b","version":"2.1"}],"previous":")" +
            no_entry + R"(","sha256":"8a1f)" + std::string(60, '0') +
            R"(","source":"content/handbooks/h.yaml","version":"1.10"})");
}

TEST_CASE("an entry's seal is the hash of its canonical form") {
  LedgerEntry entry = entry_of("1.10");
  entry.parent = release("informationssikkerhedspolitik", "1.2");
  entry.source = "content/documents/æ \"b\" \\.md";
  // By hand: printf '{"date":"2025-11-20","parent":{"id":…}' | sha256sum
  CHECK(seal_of_entry(entry) == "cf853114eadb757e86d00fe0468e29415a54dd2330174b8c25efa7a39c23f3cc");
  entry.entry.value = "no part of it";
  entry.range = {1, 2};
  CHECK(seal_of_entry(entry) == "cf853114eadb757e86d00fe0468e29415a54dd2330174b8c25efa7a39c23f3cc");
}

TEST_CASE("every field is sealed") {
  const LedgerEntry entry = entry_of("1.0");
  const auto differs = [&](auto change) {
    LedgerEntry other = entry;
    change(other);
    return seal_of_entry(other) != seal_of_entry(entry);
  };
  CHECK(differs([](LedgerEntry& e) { e.version.value = Version::parse("1.1").value(); }));
  CHECK(differs([](LedgerEntry& e) { e.date.value = Date::parse("2025-11-21").value(); }));
  CHECK(differs([](LedgerEntry& e) { e.sha256.value[63] = '1'; }));
  CHECK(differs([](LedgerEntry& e) { e.previous.value[0] = '1'; }));
  CHECK(differs([](LedgerEntry& e) { e.source = "x"; }));
  CHECK(differs([](LedgerEntry& e) { e.parent = release("a", "1"); }));
  CHECK(differs([](LedgerEntry& e) { e.parts = {release("a", "1")}; }));
}

TEST_CASE("JSON escapes are those that it asks for") {
  LedgerEntry entry = entry_of("1");
  entry.source = "\"\\/\b\f\n\r\t\x01\x1f\x7f\u00e6\u2028";
  CHECK(canonical_form(entry).find("\"source\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\u00e6\u2028\"") !=
        std::string::npos);
}

TEST_CASE("a ledger has one form") {
  LedgerEntry first = entry_of("1.0");
  first.entry.value = std::string(64, 'e');
  LedgerEntry second = entry_of("1.10");
  second.source = "content/documents/it/backup-politik.md";
  second.parent = release("informationssikkerhedspolitik", "1.2");
  second.parts = {release("a", "1.0"), release("b", "2.1")};
  second.previous.value = first.entry.value;
  second.entry.value = std::string(64, 'f');
  CHECK(ledger_text({first, second}) == "- version: \"1.0\"\n  date: 2025-11-20\n  sha256: 8a1f" +
                                            std::string(60, '0') + "\n  previous: \"" + std::string(64, '0') + "\"" +
                                            "\n  entry: " + std::string(64, 'e') +
                                            "\n"
                                            "- version: \"1.10\"\n  date: 2025-11-20\n  sha256: 8a1f" +
                                            std::string(60, '0') +
                                            "\n  source: \"content/documents/it/backup-politik.md\"\n"
                                            "  parent: {id: informationssikkerhedspolitik, version: \"1.2\"}\n"
                                            "  parts: [{id: a, version: \"1.0\"}, {id: b, version: \"2.1\"}]\n"
                                            "  previous: " +
                                            std::string(64, 'e') + "\n  entry: " + std::string(64, 'f') + "\n");
  CHECK(ledger_text({}).empty());
}

TEST_CASE("an id that YAML takes for something else stands in quotes") {
  LedgerEntry entry = entry_of("1.0");
  entry.parts = {release("null", "1"), release("2024", "1"), release("no", "1"), release("nota", "1")};
  CHECK(ledger_text({entry}).find("parts: [{id: \"null\", version: \"1\"}, {id: \"2024\", version: \"1\"}, {id: "
                                  "\"no\", version: \"1\"}, {id: nota, version: \"1\"}]\n") != std::string::npos);
}

TEST_CASE("an archive finds entries and releases by version") {
  ItemArchive archive;
  CHECK(archive.newest() == nullptr);
  archive.entries = {entry_of("1.9"), entry_of("1.10")};
  archive.releases.push_back({Version::parse("1.9").value(), "content/archive/a/1.9", {}, {}, {}});
  CHECK(archive.newest() == &archive.entries[1]);
  CHECK(archive.entry_of(Version::parse("1.9").value()) == archive.entries.data());
  CHECK(archive.entry_of(Version::parse("1.1").value()) == nullptr);
  CHECK(archive.release_of(Version::parse("1.9").value()) == archive.releases.data());
  CHECK(archive.release_of(Version::parse("1.10").value()) == nullptr);
}
