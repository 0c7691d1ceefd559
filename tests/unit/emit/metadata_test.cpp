#include <nlohmann/json.hpp>

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;
using Json = nlohmann::json;

namespace {

const std::string config =
    "site: {title: Prøven, base_url: \"https://a.example/under/\", publisher: Sekretariatet, "
    "accessibility_statement: \"https://was.example/x?a=1&b=2\", security: {contact: sikkerhed@a.example, "
    "policy: \"https://a.example/politik\"}}\n";

FileMap project() {
  FileMap files{
      {"kanon.yaml", config},
      {"content/glossary.yaml", "- {id: fare, term: Fare, definition: \"</script>\", classification: offentlig}\n"},
      {"content/documents/p.md",
       "---\nid: p\ntype: politik\ntitle: Politikken\nclassification: offentlig\nowner: CAI\nversion: \"1.0\"\n"
       "history: [{version: \"1.0\", date: 2025-01-02, by: A, change: Ny, kind: new}]\n"
       "approvals: [{body: udvalg, date: 2025-01-03, version: \"1.0\"}]\neffective: 2025-02-01\n---\nFørste.\n"}};
  release(files, "content/documents/p.md", "1.0", "2025-01-04");
  return files;
}

FileMap emitted(const FileMap& files, const std::string& audience = "public") {
  return emit(PlannedProject(files, audience, PlannedProject::on("2026-11-21")));
}

Json linked_data_of(const std::string& page) {
  const std::string begin = "<script type=\"application/ld+json\">";
  const std::size_t at = page.find(begin);
  REQUIRE(at != std::string::npos);
  return Json::parse(page.substr(at + begin.size(), page.find("</script>", at) - at - begin.size()));
}

}  // namespace

TEST_CASE("a document is told of as legislation, with its version, days and address") {
  const Json json = linked_data_of(emitted(project()).at("dokumenter/p/index.html"));
  CHECK(json["@type"] == "Legislation");
  CHECK(json["name"] == "Politikken");
  CHECK(json["legislationIdentifier"] == "p");
  CHECK(json["legislationType"] == "Politik");
  CHECK(json["version"] == "1.0");
  CHECK(json["datePublished"] == "2025-01-04");
  CHECK(json["dateModified"] == "2025-01-02");
  CHECK(json["legislationDate"] == "2025-01-03");
  CHECK(json["legislationDateVersion"] == "2025-02-01");
  CHECK(json["temporalCoverage"] == "2025-02-01/..");
  CHECK(json["legislationLegalForce"] == "https://schema.org/InForce");
  CHECK(json["legislationPassedBy"][0]["name"] == "Informationssikkerhedsudvalget");
  CHECK(json["inLanguage"] == "da");
  CHECK(json["url"] == "https://a.example/under/dokumenter/p/");
  CHECK(json["publisher"]["name"] == "Sekretariatet");
  CHECK(json["encoding"]["contentUrl"] == "https://a.example/under/dokumenter/p/p-1.0.pdf");
}

TEST_CASE("glossary and front page are told of too, and no text can end the script element") {
  const FileMap all = emitted(project());
  const Json terms = linked_data_of(all.at("ordbog/index.html"));
  CHECK(terms["@type"] == "DefinedTermSet");
  CHECK(terms["hasDefinedTerm"][0]["description"] == "</script>");
  CHECK(terms["hasDefinedTerm"][0]["url"] == "https://a.example/under/ordbog/#fare");
  const Json front = linked_data_of(all.at("index.html"));
  CHECK(front["@type"] == "WebSite");
  CHECK(front["potentialAction"]["target"] == "https://a.example/under/soeg/?q={search_term_string}");
}

TEST_CASE("without base_url no address is made up") {
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: Prøven}\n";
  const FileMap all = emitted(files);
  const std::string& page = all.at("dokumenter/p/index.html");
  const Json json = linked_data_of(page);
  CHECK_FALSE(json.contains("url"));
  CHECK_FALSE(json.contains("encoding"));
  CHECK_FALSE(holds(page, "og:url"));
  CHECK_FALSE(all.contains(".well-known/security.txt"));
  CHECK_FALSE(all.contains("was/index.html"));
}

TEST_CASE("pages carry Open Graph, Dublin Core and a policy that allows nothing inline") {
  const FileMap all = emitted(project());
  const std::string& page = all.at("dokumenter/p/index.html");
  for (const char* line :
       {"<meta property=\"og:type\" content=\"article\">", "<meta property=\"og:title\" content=\"Politikken\">",
        "<meta property=\"og:site_name\" content=\"Prøven\">", "<meta property=\"og:locale\" content=\"da_DK\">",
        "<meta property=\"og:url\" content=\"https://a.example/under/dokumenter/p/\">",
        "<meta property=\"og:description\" content=\"Første.\">", "<meta name=\"DCTERMS.identifier\" content=\"p\">",
        "<meta name=\"DCTERMS.creator\" content=\"CAI\">", "<meta name=\"DCTERMS.modified\" content=\"2025-01-02\">",
        "<meta name=\"DCTERMS.issued\" content=\"2025-01-04\">", "<meta name=\"DCTERMS.valid\" content=\"2025-02-01\">",
        "<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">", "default-src 'none';"}) {
    INFO(line);
    CHECK(holds(page, line));
  }
  for (const auto& [path, bytes] : all) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK(holds(bytes, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
    CHECK_FALSE(holds(bytes, "unsafe-inline"));
    CHECK_FALSE(holds(bytes, " style=\""));
    CHECK_FALSE(holds(bytes, "<script>"));
  }
}

TEST_CASE("/was leads to the accessibility statement") {
  const FileMap all = emitted(project());
  const std::string& page = all.at("was/index.html");
  CHECK(holds(page, "<meta http-equiv=\"refresh\" content=\"0; url=https://was.example/x?a=1&amp;b=2\">"));
  CHECK(holds(page, "<a href=\"https://was.example/x?a=1&amp;b=2\">"));
  CHECK(holds(page, "noindex"));
  CHECK_FALSE(holds(page, "canonical"));
  CHECK_FALSE(holds(all.at("sitemap.xml"), "/was"));
}

TEST_CASE("security.txt is RFC 9116's, and expires after the day of the build") {
  const FileMap all = emitted(project());
  CHECK(all.at(".well-known/security.txt") ==
        "Contact: mailto:sikkerhed@a.example\nExpires: 2027-10-21T00:00:00Z\nPreferred-Languages: da, en\n"
        "Canonical: https://a.example/under/.well-known/security.txt\nPolicy: https://a.example/politik\n");
  const FileMap past = emit(PlannedProject(project(), "public", PlannedProject::on("2025-06-01")));
  CHECK_FALSE(past.contains(".well-known/security.txt"));
}

TEST_CASE("the sitemap knows the days of lists and histories, and nothing that the public doesn't see") {
  FileMap files = project();
  files["content/documents/q.md"] =
      "---\nid: q\ntype: politik\ntitle: Kanarien\nclassification: intern\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2025-01-02, by: A, change: Ny, kind: new}]\n---\nTekst.\n";
  release(files, "content/documents/q.md", "1.0", "2025-03-01");
  const FileMap all = emitted(files, "internal");
  REQUIRE(all.contains("dokumenter/q/index.html"));
  const std::string& map = all.at("sitemap.xml");
  CHECK(holds(map, "/under/dokumenter/p/historik/</loc><lastmod>2025-01-04</lastmod>"));
  CHECK(holds(map, "/under/aendringer/</loc><lastmod>2025-03-01</lastmod>"));
  CHECK(holds(map, "/under/soeg/</loc></url>"));
  CHECK_FALSE(holds(map, "/q/"));
}
