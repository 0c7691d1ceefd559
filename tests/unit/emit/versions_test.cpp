#include <regex>

#include "base/text.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøven, base_url: \"https://a.example/under/\"}\n";
const std::string policy = "content/documents/politik.md";
const std::string guideline = "content/documents/regel.md";

struct Entry {
  std::string version, date, change;
  std::string kind = "updated";
};

std::string source(const std::string& id, const std::string& type, const std::string& title,
                   const std::vector<Entry>& newest_first, const std::string& more = {},
                   const std::string& body = "## Formål\n\nSe [formålet](#formaal).\n") {
  std::string text = "---\nid: " + id + "\ntype: " + type + "\ntitle: " + title +
                     "\nclassification: offentlig\nversion: \"" + newest_first.front().version + "\"\nhistory:\n";
  for (const Entry& one : newest_first) {
    text += "  - {version: \"" + one.version + "\", date: " + one.date + ", by: CAI, change: " + one.change +
            ", kind: " + one.kind + "}\n";
  }
  return text + more + "---\n" + body;
}

const Entry v09{"0.9", "2022-02-01", "Før systemet", "new"};
const Entry v10{"1.0", "2023-02-01", "Nye roller"};
const Entry v11{"1.1", "2024-02-01", "Verificeret", "verified"};
const Entry v20{"2.0", "2026-10-01", "Skrevet om"};

void release_policy(FileMap& files, const std::vector<Entry>& newest_first, const std::string& day,
                    const std::string& more = {}) {
  const std::string version = newest_first.front().version;
  files[policy] = source(
      "politik", "politik", "Politikken", newest_first,
      more + "approvals: [{body: udvalg, date: " + newest_first.front().date + ", version: \"" + version + "\"}]\n");
  release(files, policy, version, day);
}

/// A policy with an old, a present and an upcoming version, a guideline below it, and a draft.
FileMap project() {
  FileMap files{{"kanon.yaml", config}};
  release_policy(files, {v10, v09}, "2023-02-02");
  release_policy(files, {v11, v10, v09}, "2024-02-02");
  release_policy(files, {v20, v11, v10, v09}, "2026-10-02", "effective: 2027-01-01\n");
  files[guideline] =
      source("regel", "retningslinje", "Reglen", {{"1.0", "2024-03-01", "Ny", "new"}}, "parent: politik\n");
  release(files, guideline, "1.0", "2024-03-02", {.parent = ReleaseName{"politik", *Version::parse("1.1")}});
  return files;
}

FileMap emitted(const FileMap& files) {
  return emit(PlannedProject(files, "public", PlannedProject::on("2026-11-21")));
}

const std::string noindex = "<meta name=\"robots\" content=\"noindex\">";

}  // namespace

TEST_CASE("a document's page says which version it shows, since when, and what is to come") {
  const FileMap all = emitted(project());
  const std::string& page = all.at("dokumenter/politik/index.html");
  check_in_order(page, {"Kommende version:", "version 2.0 træder i kraft 1. januar 2027.",
                        "href=\"2.0/\">Se version 2.0", "<h1>Politikken</h1>", "<a href=\"1.1/\">1.1</a>",
                        "standing-in-force\">Gældende", "Gælder fra", "1. februar 2024", "href=\"../regel/\"",
                        "href=\"historik/\">Se alle versioner", "Version 1.1 · fingeraftryk "});
  CHECK(std::regex_search(page, std::regex("fingeraftryk [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}<")));
  CHECK_FALSE(holds(page, noindex));
  CHECK(holds(page,
              "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Ændringer\" href=\"../../feed.xml\">"));
}

TEST_CASE("the permanent page of a version in force leads to the address that follows") {
  const std::string page = emitted(project()).at("dokumenter/politik/1.1/index.html");
  check_in_order(page, {"<title>Politikken, version 1.1 – Prøven</title>",
                        "<link rel=\"canonical\" href=\"https://a.example/under/dokumenter/politik/\">",
                        "href=\"../\">Politikken</a>", "aria-current=\"page\">Version 1.1<", "notice-in-force",
                        "denne adresse viser altid version 1.1, som gælder nu.", "<a href=\"../\">Gå til"});
  CHECK_FALSE(holds(page, noindex));
  CHECK_FALSE(holds(page, "_children"));
  CHECK(std::regex_search(page, std::regex("<a href=\"(\\./)?#formaal\">formålet</a>")));
}

TEST_CASE("a superseded version says when it was in force, and keeps its own text") {
  const std::string page = emitted(project()).at("dokumenter/politik/1.0/index.html");
  check_in_order(page, {noindex, "<strong>Historisk version:</strong> gjaldt fra 1. februar 2023 til 31. januar 2024.",
                        "<a href=\"../\">Se den version, der gælder nu</a>", "Gjaldt fra", "Gjaldt til"});
  CHECK_FALSE(holds(page, "Næste gennemgang"));
}

TEST_CASE("a superseded page stays the same, byte for byte, whatever comes later") {
  const std::string path = "dokumenter/politik/1.0/index.html";
  FileMap files{{"kanon.yaml", config}};
  release_policy(files, {v10, v09}, "2023-02-02");
  release_policy(files, {v11, v10, v09}, "2024-02-02");
  files[guideline] =
      source("regel", "retningslinje", "Reglen", {{"1.0", "2024-03-01", "Ny", "new"}}, "parent: politik\n");
  release(files, guideline, "1.0", "2024-03-02", {.parent = ReleaseName{"politik", *Version::parse("1.1")}});
  const std::string before = emitted(files).at(path);
  release_policy(files, {v20, v11, v10, v09}, "2026-10-02");
  files[policy] = replace_all(files[policy], "title: Politikken", "title: Den nye politik");
  release_policy(files, {{"2.1", "2026-11-01", "Rettet"}, v20, v11, v10, v09}, "2026-11-02");
  CHECK(emitted(files).at(path) == before);
  // It leads to what the version that took its place changed, which is so for good, and names nothing after that.
  CHECK(holds(before, "1.0..1.1"));
  CHECK_FALSE(holds(before, "2.0"));
}

TEST_CASE("a version's page keeps to the parent that it was released under") {
  const FileMap all = emitted(project());
  CHECK(holds(all.at("dokumenter/regel/1.0/index.html"), "<a href=\"../../politik/1.1/\" rel=\"up\">Politikken</a>"));
  CHECK(holds(all.at("dokumenter/regel/index.html"), "<a href=\"../politik/\" rel=\"up\">Politikken</a>"));
}

TEST_CASE("an upcoming version says when it takes effect") {
  const std::string page = emitted(project()).at("dokumenter/politik/2.0/index.html");
  check_in_order(page, {"notice-upcoming", "træder i kraft 1. januar 2027.", "Se den version, der gælder nu",
                        "standing-upcoming\">Kommende", "Træder i kraft", "1. januar 2027"});
}

TEST_CASE("a draft is marked, and named on the document's page, in a build with drafts alone") {
  FileMap files = project();
  files[guideline] =
      source("regel", "retningslinje", "Reglen",
             {{"1.1", "2026-11-01", "Udkastets ord"}, {"1.0", "2024-03-01", "Ny", "new"}}, "parent: politik\n");
  const FileMap drafts = emit(PlannedProject(files));
  check_in_order(drafts.at("dokumenter/regel/index.html"),
                 {"Webstedet viser også udkast", "notice-draft", "udkast til version 1.1", "href=\"1.1/\""});
  check_in_order(drafts.at("dokumenter/regel/1.1/index.html"),
                 {noindex, "teksten er ikke udgivet og gælder ikke.", "standing-draft\">Udkast"});
  CHECK_FALSE(holds(drafts.at("dokumenter/regel/1.1/index.html"), "fingeraftryk "));
  for (const auto& [path, bytes] : emitted(files)) {
    INFO(path);
    CHECK_FALSE(holds(bytes, "Udkastets ord"));
    CHECK_FALSE(holds(bytes, "også udkast"));
  }
}

TEST_CASE("the history tells every version, newest first, and those older than the archive as they were given") {
  const std::string page = emitted(project()).at("dokumenter/politik/historik/index.html");
  check_in_order(page, {"<title>Politikken, versionshistorik – Prøven</title>",
                        "<a href=\"../2.0/\">",
                        "Kommende",
                        "Skrevet om",
                        "Opdateret",
                        "1. oktober 2026",
                        "<a href=\"../1.1/\">",
                        "Gældende",
                        "Verificeret",
                        "Informationssikkerhedsudvalget",
                        "fra <time datetime=\"2024-02-01\">",
                        "Udgivet <time datetime=\"2024-02-02\">",
                        "<details",
                        "<a href=\"../1.0/\">",
                        "Historisk",
                        "til <time datetime=\"2024-01-31\">",
                        ">0.9</span>",
                        "Før systemet",
                        "Ny",
                        "href=\"../../../data/ledger.json\""});
  CHECK_FALSE(holds(page, "href=\"../0.9/\""));
  CHECK(std::regex_search(page, std::regex("<code>[0-9a-f]{64}</code>")));
}

TEST_CASE("the list of changes has the releases by month, newest first") {
  const FileMap all = emitted(project());
  const std::string& page = all.at("aendringer/index.html");
  check_in_order(
      page, {"<a href=\"../feed.xml\"", ">Oktober 2026</h2>", "href=\"../dokumenter/politik/2.0/\"",
             "Politikken, version 2.0", "Kommende", "1. januar 2027", "Skrevet om", "../dokumenter/politik/historik/",
             ">Marts 2024</h2>", "Reglen, version 1.0", ">Februar 2024</h2>", "Politikken, version 1.1",
             ">Februar 2023</h2>", "Politikken, version 1.0"});
  CHECK(holds(all.at("index.html"), "href=\"aendringer/\">Ændringer</a>"));
}

TEST_CASE("a removed document leaves a page that leads to its last version") {
  FileMap files = project();
  files.erase(guideline);
  const FileMap all = emitted(files);
  check_in_order(all.at("dokumenter/regel/index.html"),
                 {noindex, "<h1>Reglen</h1>", "hører ikke længere", "1.0", "href=\"1.0/\"", "href=\"historik/\""});
  check_in_order(all.at("dokumenter/regel/1.0/index.html"),
                 {"https://a.example/under/dokumenter/regel/1.0/", "Udgået:", "href=\"../historik/\""});
  CHECK(holds(all.at("dokumenter/regel/historik/index.html"), "href=\"../1.0/\""));
}

TEST_CASE("a withdrawn document leaves nothing but its id and versions") {
  FileMap files = project();
  files[guideline] =
      replace_all(source("regel", "retningslinje", "Reglen",
                         {{"1.1", "2025-03-01", "Hemmelig"}, {"1.0", "2024-03-01", "Ny", "new"}}, "parent: politik\n"),
                  "classification: offentlig", "classification: fortrolig");
  release(files, guideline, "1.1", "2025-03-02", {.parent = ReleaseName{"politik", *Version::parse("1.1")}});
  const FileMap all = emitted(files);
  check_in_order(all.at("dokumenter/regel/1.0/index.html"), {noindex, "Trukket tilbage", "Version 1.0 af «regel»"});
  check_in_order(all.at("dokumenter/regel/index.html"), {noindex, "«regel» er trukket tilbage"});
  for (const auto& [path, bytes] : all) {
    INFO(path);
    CHECK_FALSE(holds(bytes, "Reglen"));
    CHECK_FALSE(holds(bytes, "Hemmelig"));
    CHECK_FALSE(holds(path, "regel/1.1"));
  }
}

TEST_CASE("every page of a past day says which day") {
  const FileMap all = emit(PlannedProject(project(), "public", PlannedProject::on("2023-05-01")));
  for (const auto& [path, bytes] : all) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK(holds(bytes, "Webstedet, som det så ud den 1. maj 2023"));
  }
  CHECK(holds(all.at("dokumenter/politik/index.html"), "<a href=\"1.0/\">1.0</a>"));
  CHECK_FALSE(all.contains("dokumenter/regel/index.html"));
}

TEST_CASE("a handbook shows the versions it was released with, and which are newer now") {
  FileMap files{{"kanon.yaml", config}};
  release_policy(files, {v10, v09}, "2023-02-02");
  const std::string path = "content/handbooks/bog.yaml";
  files[path] =
      "id: bog\ntitle: Bogen\nclassification: offentlig\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2023-03-01, by: CAI, change: Ny, kind: new}]\n"
      "parts: [{title: Del, documents: [politik]}]\n";
  release(files, path, "1.0", "2023-03-01", {.parts = {{"politik", *Version::parse("1.0")}}});
  CHECK_FALSE(holds(emitted(files).at("haandboeger/bog/index.html"), "newer-parts"));
  const std::string permanent = emitted(files).at("haandboeger/bog/1.0/index.html");
  release_policy(files, {v11, v10, v09}, "2024-02-02");
  const FileMap all = emitted(files);
  check_in_order(all.at("haandboeger/bog/index.html"),
                 {"newer-parts", "href=\"../../dokumenter/politik/\"", "version 1.1",
                  "href=\"../../dokumenter/politik/1.0/\">Politikken</a>", "version 1.0"});
  CHECK(all.at("haandboeger/bog/1.0/index.html") == permanent);
  CHECK(holds(permanent, "href=\"../../../dokumenter/politik/1.0/\""));
}

TEST_CASE("what an author writes in a history can't break out of any page of versions") {
  FileMap files{{"kanon.yaml", config}};
  files[policy] = source("politik", "politik", "\"{{t.owner}} <b>&\"",
                         {{"1.0", "2023-02-01", "\"<script>alert(1)</script> {{> head}} \\\"x\"", "new"}});
  release(files, policy, "1.0", "2023-02-02");
  for (const auto& [path, bytes] : emitted(files)) {
    INFO(path);
    CHECK_FALSE(holds(bytes, "<script>"));
    if (path.ends_with(".html")) CHECK_FALSE(holds(bytes, "<b>&"));
  }
}
