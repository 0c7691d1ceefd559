#include <nlohmann/json.hpp>

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* criteria =
    "objectives:\n"
    "  - id: synergi\n    title: Indsatser hænger sammen\n"
    "    criteria: [{id: synergi-1, text: Har indsatser}, {id: synergi-2, text: Driver egne}]\n"
    "  - id: viden\n    title: Viden <deles>\n    criteria: [{id: viden-1, text: Har viden}]\n";

std::string member(const std::string& id, const std::string& name, const std::string& front,
                   const std::string& body = "## Om\n\nTekst.\n") {
  return "---\nid: " + id + "\nname: " + name + "\n" + front + "---\n" + body;
}

FileMap project() {
  return {
      {"kanon.yaml", "site: {title: Pagten, base_url: \"https://pagten.example/under/\", publisher: Sekretariatet}\n"},
      {"content/criteria.yaml", criteria},
      {"content/members/aa.md", member("aa", "Ålborg Forening", "kind: founding\nstatus: admitted\n")},
      {"content/members/ae.md", member("ae", "Ærø Forening", "kind: founding\nstatus: admitted\n")},
      {"content/members/zulu.md",
       member(
           "zulu", "Zulu A/S",
           "kind: associated\nstatus: admitted\nadmitted: 2026-02-23\ncvr: \"10000009\"\nwebsite: "
           "https://zulu.example/\nestablished_in: DK\ncontact: {name: Kanariefugl, email: kanarie@zulu.example}\n"
           "declaration:\n  date: 2026-02-03\n  criteria:\n"
           "    - {criterion: viden-1, statement: Vi ved <meget>}\n    - {criterion: synergi-2, statement: Vi driver}\n"
           "    - {criterion: findes-ikke, statement: Kanariekriterium}\n  projects: [oevelser, hemmeligt]\n"
           "assessment: {circulated: 2026-02-10, responses: [{member: aa, decision: object, date: 2026-02-11, "
           "unmet: [synergi-1], reason: Kanariegrund}], written_assessment: 2026-02-17, meeting: 2026-02-20, "
           "outcome: approved}\n"
           "evaluations: [{year: 2026, date: 2027-01-12, by: Kanarieudvalg, result: Kanarieresultat}]\n",
           "## Motivation\n\nVi vil.\n")},
      {"content/members/gammel.md", member("gammel", "Gammel ApS",
                                           "kind: associated\nstatus: left\nadmitted: 2022-03-04\nleft: 2025-06-30\n"
                                           "cvr: \"12345674\"\nwebsite: https://kanarie.example\n",
                                           "## Motivation\n\nKanarietekst.\n")},
      {"content/members/ansoeger.md", member("ansoeger", "Kanarieansøger", "kind: associated\nstatus: applicant\n")},
      {"content/members/afvist.md", member("afvist", "Kanarieafvist", "kind: associated\nstatus: rejected\n")},
      {"content/projects/oevelser.md",
       "---\nid: oevelser\ntitle: Øvelser\n---\nVi øver os sammen.\n\n## Mål\n\nTekst.\n"},
      {"content/projects/alene.md", "---\nid: alene\ntitle: Alene\n---\n"},
      {"content/projects/hemmeligt.md",
       "---\nid: hemmeligt\ntitle: Kanarieprojekt\nclassification: fortrolig\n---\nTekst.\n"}};
}

std::string page(const std::string& path, const FileMap& files = project()) {
  return emit_page(PlannedProject(files), path);
}

/// What stands in the page's one script element.
std::string script_of(const std::string& html) {
  const std::string opening = "<script type=\"application/ld+json\">";
  const std::size_t begin = html.find(opening);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + opening.size();
  return html.substr(from, html.find("</script>", from) - from);
}

}  // namespace

TEST_CASE("a member's page has its facts, its text, and how it meets each objective") {
  const std::string html = page("medlemmer/zulu/index.html");
  check_in_order(html,
                 {"Associeret medlem", "<h1>Zulu A/S</h1>", "Optaget", "2026-02-23", "Erklæring af", "2026-02-03",
                  "10000009", "href=\"https://zulu.example/\"", "Vi vil.",
                  // by objective and in the order of the criteria, whatever the declaration's
                  "../../optagelse/#synergi\">Indsatser hænger sammen", "../../optagelse/#synergi-2\">Driver egne",
                  "Vi driver", "../../optagelse/#viden\">Viden &lt;deles&gt;", "../../optagelse/#viden-1\"",
                  "Vi ved &lt;meget&gt;", "href=\"../../projekter/oevelser/\">Øvelser"});
  CHECK_FALSE(holds(html, "Har indsatser"));
}

TEST_CASE("a founding member needs no declaration") {
  const std::string html = page("medlemmer/aa/index.html");
  check_in_order(html, {"Stiftende medlem", "<h1>Ålborg Forening</h1>"});
  CHECK_FALSE(holds(html, "Sådan opfylder"));
  CHECK_FALSE(holds(html, "Medvirker i"));
}

TEST_CASE("nothing private of a member reaches any byte, whatever its state") {
  for (const auto& [path, bytes] : emit(PlannedProject(project()))) {
    INFO(path);
    CHECK_FALSE(holds(bytes, "Kanarie"));
    CHECK_FALSE(holds(bytes, "kanarie"));
    CHECK_FALSE(holds(bytes, "12345674"));
    CHECK_FALSE(holds(path, "ansoeger"));
    CHECK_FALSE(holds(path, "afvist"));
    CHECK_FALSE(holds(path, "hemmeligt"));
  }
}

TEST_CASE("a member's page tells search engines of the organization") {
  const Json json = Json::parse(script_of(page("medlemmer/zulu/index.html")));
  CHECK(json["@context"] == "https://schema.org");
  CHECK(json["@type"] == "Organization");
  CHECK(json["name"] == "Zulu A/S");
  CHECK(json["url"] == "https://pagten.example/under/medlemmer/zulu/");
  CHECK(json["identifier"]["@type"] == "PropertyValue");
  CHECK(json["identifier"]["propertyID"] == "CVR");
  CHECK(json["identifier"]["value"] == "10000009");
  CHECK(json["memberOf"]["@type"] == "Organization");
  CHECK(json["memberOf"]["name"] == "Pagten");
  CHECK(json["memberOf"]["url"] == "https://pagten.example/under/");
  CHECK(json["sameAs"] == "https://zulu.example/");
}

TEST_CASE("what is not known of a member is not in its metadata") {
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: Pagten}\n";
  const Json json = Json::parse(script_of(page("medlemmer/aa/index.html", files)));
  CHECK_FALSE(json.contains("url"));
  CHECK_FALSE(json.contains("identifier"));
  CHECK_FALSE(json.contains("sameAs"));
  CHECK_FALSE(json["memberOf"].contains("url"));
}

TEST_CASE("no name and no address ends the script it stands in") {
  FileMap files = project();
  const std::string name = "</script><script>alert(1)</script><!-- {{t.x}} \\\" &amp;";
  files["content/members/aa.md"] = member(
      "aa", Json(name).dump(), "kind: founding\nstatus: admitted\nwebsite: \"javascript:alert(1)\"\ncvr: \"<b>\"\n");
  const std::string html = page("medlemmer/aa/index.html", files);
  const std::string script = script_of(html);
  CHECK(script.find_first_of("<>&") == std::string::npos);
  const Json json = Json::parse(script);
  CHECK(json["name"] == name);
  CHECK(json["identifier"]["value"] == "<b>");
  CHECK_FALSE(json.contains("sameAs"));
  CHECK_FALSE(holds(html, "<script>alert"));
  CHECK_FALSE(holds(html, "href=\"javascript"));
}

TEST_CASE("the list has the founding members, the associated ones, and those that have left") {
  check_in_order(page("medlemmer/index.html"),
                 {"Stiftende medlemmer", "(2)", "Ærø Forening", "Ålborg Forening", "Associerede medlemmer", "(1)",
                  "href=\"zulu/\">Zulu A/S", "2026-02-23", "1 projekt<", "Tidligere medlemmer", "Gammel ApS",
                  "2022–2025", "../data/members.csv", "../data/members.json", "../data/members.schema.json"});
}

TEST_CASE("former members have the years that are known") {
  const auto years = [](const std::string& front) {
    FileMap files = project();
    files["content/members/gammel.md"] = member("gammel", "Gammel ApS", "kind: associated\nstatus: left\n" + front);
    const std::string html = page("medlemmer/index.html", files);
    const std::string opening = "<span class=\"member-years\">";
    const std::size_t begin = html.find(opening);
    if (begin == std::string::npos) return std::string("none");
    return html.substr(begin + opening.size(), html.find('<', begin + 1) - begin - opening.size());
  };
  CHECK(years("admitted: 2022-03-04\nleft: 2025-06-30\n") == "2022–2025");
  CHECK(years("admitted: 2022-03-04\nleft: 2022-06-30\n") == "2022");
  CHECK(years("admitted: 2022-03-04\n") == "fra 2022");
  CHECK(years("left: 2025-06-30\n") == "til 2025");
  CHECK(years("") == "none");
}

TEST_CASE("the page of a member that left says so, and leads on") {
  const std::string html = page("medlemmer/gammel/index.html");
  check_in_order(html, {"<meta name=\"robots\" content=\"noindex\">", "Tidligere medlem", "<h1>Gammel ApS</h1>",
                        "Gammel ApS er ikke længere medlem.", "fra 4. marts 2022 til 30. juni 2025",
                        "<a href=\"../\">Alle medlemmer</a>"});
  CHECK_FALSE(holds(html, "application/ld+json"));

  FileMap files = project();
  files["content/members/gammel.md"] = member("gammel", "Gammel ApS", "kind: associated\nstatus: left\n");
  CHECK_FALSE(holds(page("medlemmer/gammel/index.html", files), "Medlemskabet"));
}

TEST_CASE("a member that left and returned is a member") {
  FileMap files = project();
  files["content/members/gammel.md"] =
      member("gammel", "Gammel ApS",
             "kind: associated\nstatus: admitted\nadmitted: 2026-01-02\nleft: 2025-06-30\nestablished_in: DK\n");
  check_in_order(page("medlemmer/gammel/index.html", files), {"Associeret medlem", "<h1>Gammel ApS</h1>"});
  CHECK_FALSE(holds(page("medlemmer/index.html", files), "Tidligere medlemmer"));
}

TEST_CASE("projects have a page each and a list, with their members") {
  check_in_order(page("projekter/index.html"),
                 {"<h1>Projekter</h1>", "href=\"alene/\">Alene", "Ingen medlemmer har projektet",
                  "href=\"oevelser/\">Øvelser", "Vi øver os sammen.", "href=\"../medlemmer/zulu/\">Zulu A/S"});
  check_in_order(page("projekter/oevelser/index.html"),
                 {"<h1>Øvelser</h1>", "Vi øver os sammen.", "<h2 id=\"maal\"", "Medlemmer i projektet",
                  "href=\"../../medlemmer/zulu/\">Zulu A/S", "Associeret medlem"});
  CHECK(holds(page("projekter/alene/index.html"), "Ingen medlemmer har projektet"));
}

TEST_CASE("the admission page has the criteria of each objective as a table, each to be reached by its id") {
  check_in_order(
      page("optagelse/index.html"),
      {"<table", "<th scope=\"col\">Målsætning</th><th scope=\"col\">Kriterier</th>",
       "<th scope=\"row\" id=\"synergi\">Indsatser hænger sammen</th>", "<li id=\"synergi-1\">Har indsatser</li>",
       "<li id=\"synergi-2\">", "<th scope=\"row\" id=\"viden\">Viden &lt;deles&gt;</th>", "<li id=\"viden-1\">"});
}
