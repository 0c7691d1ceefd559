#include "history/new_entry.h"

#include <catch2/catch.hpp>

#include "base/sha256.h"
#include "model/seal.h"

using namespace kanon;

namespace {

NewRelease release(std::string_view version) {
  NewRelease release;
  release.id = "a";
  release.version = Version::parse(version).value();
  release.date = Date::parse("2025-11-20").value();
  release.source = "content/documents/a.md";
  release.files = {{"files/x.png", "PNG"}, {"a.md", "tekst"}};
  release.parent = ReleaseName{"p", Version::parse("1.2").value()};
  return release;
}

}  // namespace

TEST_CASE("the first entry of a ledger follows none") {
  const LedgerEntry entry = next_entry({}, release("1.0"));
  CHECK(*entry.previous == std::string(64, '0'));
  CHECK(*entry.sha256 == sha256_hex(sha256_hex("tekst") + "  a.md\n" + sha256_hex("PNG") + "  files/x.png\n"));
  CHECK(entry.version->text() == "1.0");
  CHECK(entry.date->iso() == "2025-11-20");
  CHECK(entry.source == "content/documents/a.md");
  CHECK(entry.parent == ReleaseName{"p", Version::parse("1.2").value()});
  CHECK(*entry.entry == seal_of_entry(entry));
}

TEST_CASE("every further entry is tied to the one before it") {
  const LedgerEntry first = next_entry({}, release("1.0"));
  const LedgerEntry second = next_entry({first}, release("1.1"));
  CHECK(*second.previous == *first.entry);
  CHECK(*second.entry == seal_of_entry(second));
  CHECK(*next_entry({}, release("1.1")).entry != *second.entry);
}

TEST_CASE("the files of a release are the frozen ones and the whole ledger") {
  const LedgerEntry first = next_entry({}, release("1.0"));
  NewRelease handbook = release("1.1");
  handbook.parts = {{"b", Version::parse("1.0").value()}};
  const LedgerEntry second = next_entry({first}, handbook);
  const std::vector<NewFile> files = files_of_release({first}, handbook);
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == "1.1/files/x.png");
  CHECK(files[0].bytes == "PNG");
  CHECK(files[1].path == "1.1/a.md");
  CHECK(files[1].bytes == "tekst");
  CHECK(files[2].path == "ledger.yaml");
  CHECK(files[2].bytes == ledger_text({first, second}));
  CHECK(second.parts == handbook.parts);
}
