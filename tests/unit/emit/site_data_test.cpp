#include "emit/site_data.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/seal.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;
using Json = nlohmann::ordered_json;

namespace {

std::string path_of(const std::string& id) { return "content/documents/" + id + ".md"; }

void release_document(FileMap& files, const std::string& id, const std::string& version, const std::string& day,
                      const std::string& classification = "offentlig", const std::string& more = {}) {
  files[path_of(id)] = "---\nid: " + id + "\ntype: " + (more.empty() ? "politik" : "emnepolitik") + "\ntitle: Titel " +
                       id + "\nclassification: " + classification + "\n" + more + "version: \"" + version +
                       "\"\nhistory: [{version: \"" + version + "\", date: " + day +
                       ", by: CAI, change: Ændret, kind: updated}]\n---\nTekst.\n";
  std::optional<ReleaseName> parent;
  if (!more.empty()) parent = ReleaseName{"politik", *Version::parse("1.0")};
  release(files, path_of(id), version, day, {.parent = parent});
}

FileMap project() {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  release_document(files, "politik", "1.0", "2024-01-02");
  release_document(files, "politik", "1.1", "2025-01-02");
  release_document(files, "emne", "1.0", "2024-02-02", "offentlig", "parent: politik\n");
  return files;
}

Json data(const FileMap& files, const std::string& name, const std::string& day = "2026-11-21") {
  const FileMap all = emit(PlannedProject(files, "public", PlannedProject::on(day)));
  return Json::parse(all.at("data/" + name + ".json"));
}

}  // namespace

TEST_CASE("documents.json has every document by id, with its versions") {
  const Json json = data(project(), "documents");
  CHECK(json["version"] == 1);
  REQUIRE(json["documents"].size() == 2);
  const Json& topic = json["documents"][0];
  CHECK(topic["id"] == "emne");
  CHECK(topic["parent"] == "politik");
  const Json& policy = json["documents"][1];
  CHECK(policy["id"] == "politik");
  CHECK(policy["type"] == "politik");
  CHECK(policy["title"] == "Titel politik");
  CHECK(policy["version"] == "1.1");
  CHECK(policy["standing"] == "in_force");
  CHECK(policy["classification"] == "offentlig");
  CHECK(policy["owner"].is_null());
  CHECK(policy["parent"].is_null());
  CHECK(policy["address"] == "/dokumenter/politik/");
  CHECK(policy["pdf"] == "/dokumenter/politik/politik-1.1.pdf");
  CHECK(policy["in_force_from"] == "2025-01-02");
  CHECK(policy["next_review"] == "2026-01-02");
  CHECK(policy["released"] == "2025-01-02");
  CHECK(policy["fingerprint"].get<std::string>().size() == 64);
  REQUIRE(policy["versions"].size() == 2);
  CHECK(policy["versions"][0]["version"] == "1.1");
  CHECK(policy["versions"][1]["standing"] == "superseded");
  CHECK(policy["versions"][1]["date"] == "2024-01-02");
  CHECK(policy["versions"][1]["address"] == "/dokumenter/politik/1.0/");
}

TEST_CASE("ledger.json lets anyone check the chain") {
  const Json json = data(project(), "ledger");
  CHECK(json["version"] == 1);
  REQUIRE(json["items"].size() == 2);
  for (const Json& item : json["items"]) {
    CHECK(item["kind"] == "document");
    std::string previous = no_entry;
    for (const Json& entry : item["entries"]) {
      CHECK(entry["previous"] == previous);
      LedgerEntry told;
      told.version.value = *Version::parse(entry["version"].get<std::string>());
      told.date.value = *Date::parse(entry["date"].get<std::string>());
      told.sha256.value = entry["sha256"];
      told.source = entry.value("source", "");
      if (entry.contains("parent")) {
        told.parent =
            ReleaseName{entry["parent"]["id"], *Version::parse(entry["parent"]["version"].get<std::string>())};
      }
      told.previous.value = entry["previous"];
      CHECK(seal_of_entry(told) == entry["entry"].get<std::string>());
      previous = entry["entry"];
    }
  }
  CHECK(json["items"][0]["entries"][0]["parent"] == Json{{"id", "politik"}, {"version", "1.0"}});
}

TEST_CASE("a release that the audience doesn't see is told by its hashes alone") {
  FileMap files = project();
  release_document(files, "emne", "1.1", "2025-02-02", "fortrolig", "parent: politik\n");
  release_document(files, "emne", "1.2", "2025-03-02", "offentlig", "parent: politik\n");
  const Json item = data(files, "ledger")["items"][0];
  REQUIRE(item["entries"].size() == 3);
  CHECK(item["entries"][1].size() == 2);
  CHECK(item["entries"][1]["previous"] == item["entries"][0]["entry"]);
  CHECK(item["entries"][1]["entry"] == item["entries"][2]["previous"]);
  CHECK(item["entries"][2]["version"] == "1.2");
}

TEST_CASE("nothing in data/ speaks of an item that the audience doesn't see, nor of a later day") {
  FileMap files = project();
  release_document(files, "hemmelig", "1.0", "2025-02-02", "fortrolig", "parent: politik\n");
  const FileMap all = emit(PlannedProject(files, "public", PlannedProject::on("2026-11-21")));
  CHECK_FALSE(holds(all.at("data/documents.json"), "hemmelig"));
  CHECK_FALSE(holds(all.at("data/ledger.json"), "hemmelig"));
  CHECK(data(files, "ledger", "2024-06-01")["items"][1]["entries"].size() == 1);
  CHECK(data(files, "documents", "2024-06-01")["documents"][1]["version"] == "1.0");
}

TEST_CASE("an empty site has its data all the same") {
  const FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  CHECK(data(files, "documents") == Json{{"version", 1}, {"documents", Json::array()}});
  CHECK(data(files, "ledger") == Json{{"version", 1}, {"items", Json::array()}});
}
