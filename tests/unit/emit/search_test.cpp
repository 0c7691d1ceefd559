#include <nlohmann/json.hpp>

#include "base/text.h"
#include "emit/search/entries.h"
#include "emit/search/index.h"
#include "emit/search/words.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;
using Json = nlohmann::json;

namespace {

std::string words_of(std::string_view text) {
  std::vector<std::string> all;
  SearchWords words(text);
  while (words.next()) all.push_back(words.word());
  return join(all, " ");
}

FileMap project() {
  return {
      {"kanon.yaml", "site: {title: Prøven, base_url: \"https://a.example/\"}\n"},
      {"content/documents/p.md",
       public_document("p", "politik", "Ærlighed", {},
                       "Før <alt> andet.\n\n## Å & ø {#eget}\n\n- et\n- to\n\n> [!DEFINITION] Risiko\n> En fare.\n")},
      {"content/documents/h.md", document("h", "politik", "Hemmelig", "classification: intern\n", "Kanarie.\n")},
      {"content/pages/om.md", "---\ntitle: Åbenhed\nclassification: offentlig\n---\nOm os.\n"},
      {"content/glossary.yaml", "- {id: fare, term: Fare, definition: Noget farligt, classification: offentlig}\n"},
      {"content/catalogs/k.yaml",
       "id: k\ntitle: Krav til alle\nclassification: offentlig\nversion: \"1.0\"\n"
       "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
       "requirements: [{id: K-1, theme: Log, text: Leverandøren skal logge, kind: minimum}]\n"}};
}

/// The value that index.js sets.
Json index_of(const FileMap& files) {
  const std::string& script = files.at("soeg/index.js");
  const std::string begin = "globalThis.kanonSearch=JSON.parse('";
  REQUIRE(script.starts_with(begin));
  REQUIRE(script.ends_with("');\n"));
  std::string json = script.substr(begin.size(), script.size() - begin.size() - 4);
  json = replace_all(json, "\\'", "'");
  return Json::parse(replace_all(json, "\\\\", "\\"));
}

/// `entry:field` of each place that has a word, and how often where it is more than once.
std::string places_of(const Json& index, const std::string& wanted) {
  std::vector<std::string> places;
  const std::string all = index["words"];
  std::size_t number = 0;
  for (const auto word : split(all, ' ')) {
    if (word == wanted) break;
    ++number;
  }
  if (number >= index["postings"].size()) return "not there";
  std::size_t entry = 0;
  const Json& postings = index["postings"][number];
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t value = postings[i];
    entry += value / 8;
    std::string place = std::to_string(entry) + ":" + std::to_string(value / 2 % 4);
    if (value % 2 == 1) place += "*" + postings[++i].dump();
    places.push_back(place);
  }
  return join(places, " ");
}

}  // namespace

TEST_CASE("words are folded so that æ, ø and å may be typed in other ways") {
  CHECK(words_of("Ærø: «gå-på-mod», ÅRSAG 27001!") == "aeroe gaa paa mod aarsag 27001");
  CHECK(words_of("a\xCC\x8A e\xCC\x81n idé Čapek ß") == "aa en ide capek ß");
  CHECK(words_of("A 5 i LK-BAS-5.1") == "5 lk bas 5 1");
  CHECK(words_of(std::string(41, 'x') + " " + std::string(40, 'y')) == std::string(40, 'y'));
  CHECK(words_of("").empty());
  CHECK(words_of("…–\xF0\x9F\x98\x80").empty());
}

TEST_CASE("each page, section, requirement and term that the audience sees is a result, with its place") {
  const PlannedProject planned(project());
  const Theme theme = theme_of(planned);
  std::vector<std::string> told;
  for_each_search_entry(planned.site(), theme.words(Language::da), [&](const SearchEntry& entry) {
    told.push_back(entry.page->address + (entry.anchor.empty() ? "" : "#" + entry.anchor) + " " +
                   (entry.kind.empty() ? entry.page->kind : entry.kind) + ": " + entry.title + ": " + entry.text);
  });
  const auto has = [&](const std::string& line) { return std::ranges::find(told, line) != told.end(); };
  CHECK(has("/dokumenter/p/ Politik: Ærlighed: Før andet."));
  CHECK(has("/dokumenter/p/#eget Politik: Å & ø: et to Risiko En fare."));
  CHECK(has("/kravkataloger/k/#K-1 Krav: K-1 · Log: Leverandøren skal logge"));
  CHECK(has("/ordbog/#fare Begreb: Fare: Noget farligt"));
  CHECK(has("/om/ Side: Åbenhed: Om os."));
  for (const std::string& line : told) CHECK_FALSE(holds(line, "Kanarie"));
}

TEST_CASE("the index holds every word with its places, and the texts in files of their own") {
  const FileMap all = emit(PlannedProject(project()));
  const Json index = index_of(all);
  const auto& entries = index["entries"];
  REQUIRE(entries.size() > 4);
  std::size_t section = 0;
  while (section < entries.size() && entries[section][1] != "eget") ++section;
  REQUIRE(section < entries.size());
  const std::string at = std::to_string(section);
  CHECK(places_of(index, "oe") == at + ":1");
  CHECK(places_of(index, "fare") == at + ":3 " + places_of(index, "fare").substr(at.size() + 3));
  CHECK(places_of(index, "aerlighed") == std::to_string(section - 1) + ":0 " + at + ":2");
  CHECK(places_of(index, "kanarie") == "not there");
  const Json& shown = index["pages"][entries[section][0].get<std::size_t>()];
  CHECK(shown[0] == "../dokumenter/p/");
  CHECK(shown[1] == "Ærlighed");
  CHECK(shown[3] == 1);  // a draft: to come
  CHECK(holds(all.at("soeg/text-0.js"), "kanonSearchText(0,["));
  CHECK(holds(all.at("soeg/text-0.js"), "\"et to Risiko En fare.\""));
}

TEST_CASE("a word that most texts have tells nothing: it is found in titles alone") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  for (int i = 0; i < 60; ++i) {
    const std::string id = "p" + std::to_string(i);
    files["content/documents/" + id + ".md"] =
        public_document(id, "politik", i == 0 ? "Alle skal" : "Titel", {}, "Man skal ord" + std::to_string(i) + "\n");
  }
  const Json index = index_of(emit(PlannedProject(files)));
  CHECK(index["common"] == Json::parse("[\"man\",\"skal\"]"));
  CHECK(split(places_of(index, "skal"), ' ').size() == 1);
  CHECK(places_of(index, "skal").ends_with(":0"));
}

TEST_CASE("the list from A to Z stands under its letters, æ, ø and å last") {
  const std::string page = emit_page(PlannedProject(project()), "soeg/index.html");
  check_in_order(page,
                 {">D</h2>", "../dokumenter/", ">F</h2>", "<a href=\"../ordbog/#fare\">Fare</a>", "Begreb", ">K</h2>",
                  "Krav til alle", ">Æ</h2>", "<a href=\"../dokumenter/p/\">Ærlighed</a>", ">Å</h2>", "Åbenhed"});
  CHECK_FALSE(holds(page, "Hemmelig"));
  CHECK_FALSE(holds(page, "Å &amp; ø"));
  CHECK_FALSE(holds(page, "noscript"));
}

TEST_CASE("what content says stays text in the index's scripts") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"},
                {"content/documents/p.md", public_document("p", "politik", "</script><b>'\\\\", {},
                                                           "## It's \\\\ \"x\"\n\nTekst'); alert(1)\n")}};
  const FileMap all = emit(PlannedProject(files));
  const Json index = index_of(all);
  bool found = false;
  for (const auto& page : index["pages"]) found = found || page[1] == "</script><b>'\\";
  CHECK(found);
  const std::string& script = all.at("soeg/index.js");
  CHECK(std::ranges::count(script, '\n') == 1);
}
