#include "emit/member_data.h"

#include <nlohmann/json.hpp>

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;
using Json = nlohmann::ordered_json;

namespace {

std::string member(const std::string& id, const std::string& name, const std::string& front) {
  return "---\nid: " + id + "\nname: " + Json(name).dump() + "\n" + front + "---\n## Om\n\nTekst.\n";
}

FileMap project() {
  return {
      {"kanon.yaml", "site: {title: Pagten, base_url: \"https://pagten.example/\"}\n"},
      {"content/criteria.yaml",
       "objectives:\n  - {id: synergi, title: Synergi, criteria: [{id: synergi-1, text: Et}, {id: synergi-2, text: "
       "To}]}\n"},
      {"content/projects/p.md", "---\nid: p\ntitle: Projektet\n---\n"},
      {"content/projects/q.md", "---\nid: q\ntitle: Kanarieprojekt\nclassification: fortrolig\n---\n"},
      {"content/members/b.md", member("b", "Ørsted", "kind: founding\nstatus: admitted\n")},
      {"content/members/a.md",
       member(
           "a", "A/S; \"Citat\"",
           "kind: associated\nstatus: admitted\ncvr: \"10000009\"\nwebsite: https://a.example\nadmitted: 2026-02-23\n"
           "contact: {email: kanarie@a.example}\ndeclaration:\n  date: 2026-02-03\n  projects: [p, q]\n  criteria:\n"
           "    - {criterion: synergi-2, statement: Vi driver}\n    - {criterion: synergi-1, statement: Vi har}\n"
           "    - {criterion: ukendt, statement: Kanarie}\n")},
      {"content/members/c.md",
       member("c", "Forhen",
              "kind: associated\nstatus: left\nadmitted: 2022-03-04\nleft: 2025-06-30\ncvr: \"12345674\"\n"
              "declaration: {date: 2022-01-01, criteria: [{criterion: synergi-1, statement: Kanarie}]}\n")},
      {"content/members/d.md", member("d", "Kanarieansøger", "kind: associated\nstatus: circulated\n")}};
}

std::string file(const std::string& name, const FileMap& files = project()) {
  const PlannedProject planned(files);
  for (const Artifact& artifact : emit_member_data(planned.site())) {
    if (artifact.path == "data/" + name) return artifact.bytes;
  }
  FAIL(name);
  return {};
}

std::string name_cell(const std::string& name) {
  const std::string csv =
      file("members.csv", {{"content/members/x.md", member("x", name, "kind: founding\nstatus: admitted\n")}});
  const std::size_t begin = csv.find("\r\nx;") + 4;
  return csv.substr(begin, csv.find(";founding;") - begin);
}

}  // namespace

TEST_CASE("members.json has every member that is seen, by id") {
  const Json json = Json::parse(file("members.json"));
  CHECK(json["version"] == 1);
  REQUIRE(json["members"].size() == 3);
  CHECK(json["members"][0] ==
        Json::parse(R"({"id":"a","name":"A/S; \"Citat\"","kind":"associated","standing":"member","cvr":"10000009",
          "website":"https://a.example","admitted":"2026-02-23","left":null,"declared":"2026-02-03",
          "address":"/medlemmer/a/","criteria":[
            {"criterion":"synergi-2","objective":"synergi","statement":"Vi driver"},
            {"criterion":"synergi-1","objective":"synergi","statement":"Vi har"}],"projects":["p"]})"));
  CHECK(json["members"][1] ==
        Json::parse(R"({"id":"b","name":"Ørsted","kind":"founding","standing":"member","cvr":null,"website":null,
          "admitted":null,"left":null,"declared":null,"address":"/medlemmer/b/","criteria":[],"projects":[]})"));
}

TEST_CASE("of a former member its membership alone is told") {
  CHECK(Json::parse(file("members.json"))["members"][2] ==
        Json::parse(R"({"id":"c","name":"Forhen","kind":"associated","standing":"former","cvr":null,"website":null,
          "admitted":"2022-03-04","left":"2025-06-30","declared":null,"address":"/medlemmer/c/","criteria":[],
          "projects":[]})"));
}

TEST_CASE("nothing private is in the data") {
  for (const char* name : {"members.json", "members.csv", "members.schema.json"}) {
    const std::string bytes = file(name);
    CHECK_FALSE(holds(bytes, "Kanarie"));
    CHECK_FALSE(holds(bytes, "kanarie"));
    CHECK_FALSE(holds(bytes, "12345674"));
  }
}

TEST_CASE("members.csv has a line for each member, as Danish spreadsheets read it") {
  CHECK(file("members.csv") ==
        "\xEF\xBB\xBFid;name;kind;standing;cvr;website;admitted;left;declared;address;criteria;projects\r\n"
        "a;\"A/S; \"\"Citat\"\"\";associated;member;10000009;https://a.example;2026-02-23;;2026-02-03;/medlemmer/a/;"
        "synergi-2 synergi-1;p\r\n"
        "b;Ørsted;founding;member;;;;;;/medlemmer/b/;;\r\n"
        "c;Forhen;associated;former;;;2022-03-04;2025-06-30;;/medlemmer/c/;;\r\n");
}

TEST_CASE("on an English site the fields are separated by commas") {
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: Pact, language: en}\n";
  const std::string csv = file("members.csv", files);
  CHECK(holds(csv, "id,name,kind,"));
  CHECK(holds(csv, "\r\na,\"A/S; \"\"Citat\"\"\",associated,"));
}

TEST_CASE("no cell of members.csv is a formula or breaks out of its cell") {
  CHECK(name_cell("=1+1") == "'=1+1");
  CHECK(name_cell("+45 12") == "'+45 12");
  CHECK(name_cell("-x") == "'-x");
  CHECK(name_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(name_cell("=HYPERLINK(\"x\";\"y\")") == "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"");
  CHECK(name_cell("A=1") == "A=1");
  CHECK(name_cell("A;\"B\"") == "\"A;\"\"B\"\"\"");
}

TEST_CASE("the schema names itself where the site knows its address") {
  const Json schema = Json::parse(file("members.schema.json"));
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["$id"] == "https://pagten.example/data/members.schema.json");
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: Pagten}\n";
  CHECK_FALSE(Json::parse(file("members.schema.json", files)).contains("$id"));
  for (const char* field : {"id", "name", "kind", "standing", "cvr", "website", "admitted", "left", "declared",
                            "address", "criteria", "projects"}) {
    INFO(field);
    CHECK(schema["$defs"]["member"]["properties"].contains(field));
  }
}

TEST_CASE("a site without members has the files all the same") {
  const FileMap none{{"kanon.yaml", "site: {title: Uden}\n"}};
  CHECK(Json::parse(file("members.json", none))["members"].empty());
  CHECK(file("members.csv", none) ==
        "\xEF\xBB\xBFid;name;kind;standing;cvr;website;admitted;left;declared;address;criteria;projects\r\n");
}
