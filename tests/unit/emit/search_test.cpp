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
  const std::string begin = "globalThis.kanonSearch=";
  REQUIRE(script.starts_with(begin));
  REQUIRE(script.ends_with(";\n"));
  return Json::parse(script.substr(begin.size(), script.size() - begin.size() - 2));
}

/// The words of an index, which are written as how much of the word before they begin with, and the rest.
std::vector<std::string> words_in(const Json& index) {
  std::vector<std::string> words;
  std::string before;
  for (const char c : index["words"].get<std::string>()) {
    if (c >= 'A' && c <= 'Z') {
      if (!words.empty()) before = words.back();
      words.push_back(before.substr(0, static_cast<std::size_t>(c - 'A')));
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// What a script calls its function with.
Json arguments_of(const std::string& script) {
  REQUIRE(script.ends_with(");\n"));
  const std::size_t open = script.find('(') + 1;
  return Json::parse("[" + script.substr(open, script.size() - open - 3) + "]");
}

/// [page's row, its entry] of every entry, from the parts.
std::vector<std::pair<Json, Json>> entries_of(const FileMap& files) {
  std::vector<std::pair<Json, Json>> entries;
  for (std::size_t part = 0; files.contains("soeg/part-" + std::to_string(part) + ".js"); ++part) {
    const Json called = arguments_of(files.at("soeg/part-" + std::to_string(part) + ".js"));
    CHECK(called[0] == part);
    CHECK(index_of(files)["parts"][part] == entries.size());
    for (const Json& page : called[1]) {
      for (const Json& entry : page[3]) entries.emplace_back(page, entry);
    }
  }
  return entries;
}

std::size_t entry_with(const FileMap& files, const std::string& anchor) {
  const auto entries = entries_of(files);
  const auto found = std::ranges::find_if(entries, [&](const auto& one) { return one.second[0] == anchor; });
  REQUIRE(found != entries.end());
  return static_cast<std::size_t>(found - entries.begin());
}

/// `entry:field` of each place that has a word, and how often where it is more than once, as every file of a name that
/// has the word tells it.
std::string places_of(const FileMap& files, const std::string& wanted, const std::string& name = "begin") {
  std::vector<std::string> places;
  for (std::size_t file = 0; files.contains("soeg/" + name + "-" + std::to_string(file) + ".js"); ++file) {
    const Json called = arguments_of(files.at("soeg/" + name + "-" + std::to_string(file) + ".js"));
    CHECK(called[0] == name);
    CHECK(called[1] == file);
    const std::string words = called[2];
    std::size_t number = 0;
    for (const auto word : split(words, ' ')) {
      if (word == wanted) {
        std::size_t entry = 0;
        const Json& postings = called[3][number];
        for (std::size_t i = 0; i < postings.size(); ++i) {
          const std::size_t value = postings[i];
          entry += value / 8;
          std::string place = std::to_string(entry) + ":" + std::to_string(value / 2 % 4);
          if (value % 2 == 1) place += "*" + postings[++i].dump();
          places.push_back(place);
        }
        return join(places, " ");
      }
      ++number;
    }
  }
  return "not there";
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
  for_each_search_entry(planned.site(), planned.site().pages, theme.words(Language::da), [&](const SearchEntry& entry) {
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

TEST_CASE("the index holds every word with its places, and what results say in files of their own") {
  const FileMap all = emit(PlannedProject(project()));
  const Json index = index_of(all);
  const auto entries = entries_of(all);
  REQUIRE(entries.size() > 4);
  const std::size_t section = entry_with(all, "eget");
  const std::string at = std::to_string(section);
  CHECK(places_of(all, "oe") == at + ":1");
  CHECK(places_of(all, "fare").starts_with(at + ":3 "));
  CHECK(places_of(all, "aerlighed") == std::to_string(section - 1) + ":0 " + at + ":2");
  CHECK(places_of(all, "kanarie") == "not there");
  CHECK(std::ranges::is_sorted(words_in(index)));
  CHECK(words_in(index).size() > 20);
  for (const std::string& word : words_in(index)) {
    INFO(word);
    CHECK(places_of(all, word) == places_of(all, word, "end"));
  }
  CHECK(entries[section].first[0] == "../dokumenter/p/");
  CHECK(entries[section].first[1] == "Ærlighed");
  CHECK(entries[section].second == Json::parse(R"(["eget","Å & ø","","et to Risiko En fare."])"));
  std::size_t first = 0;
  std::size_t page = 0;
  for (; first + index["pages"][page].get<std::size_t>() / 4 <= section; ++page)
    first += index["pages"][page].get<std::size_t>() / 4;
  CHECK(index["pages"][page].get<std::size_t>() % 4 == 1);  // a draft: to come
  const std::string lengths = index["lengths"];
  REQUIRE(lengths.size() == entries.size() * 2);
  CHECK(lengths[section * 2] == '(' + 2);
  CHECK(lengths[section * 2 + 1] == '(' + shortened_length(5));
}

TEST_CASE("lengths are told in steps that a character has room for") {
  CHECK(shortened_length(0) == 0);
  CHECK(shortened_length(1) == 4);
  CHECK(shortened_length(100) == 27);
  CHECK(shortened_length(4'000'000'000) == 50);
}

TEST_CASE("a word that most texts have tells nothing: it is found in titles alone") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  for (int i = 0; i < 60; ++i) {
    const std::string id = "p" + std::to_string(i);
    files["content/documents/" + id + ".md"] =
        public_document(id, "politik", i == 0 ? "Alle skal" : "Titel", {}, "Man skal ord" + std::to_string(i) + "\n");
  }
  const FileMap all = emit(PlannedProject(files));
  CHECK(index_of(all)["common"] == Json::parse("[\"man\",\"skal\"]"));
  CHECK(split(places_of(all, "skal"), ' ').size() == 1);
  CHECK(places_of(all, "skal").ends_with(":0"));
}

TEST_CASE("a word that stands often is in files of its own, and the index is the same however many pages there are") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  for (int i = 0; i < 300; ++i) {
    const std::string id = "p" + std::to_string(i);
    const std::string rare = "sjaelden" + std::to_string(i % 150);
    files["content/documents/" + id + ".md"] =
        public_document(id, "politik", id, {}, (i % 3 == 0 ? "Ofte ofte " : "Aldrig ") + rare + ".\n");
  }
  const FileMap all = emit(PlannedProject(files));
  const Json index = index_of(all);
  CHECK(places_of(all, "ofte") == "not there");
  const std::string places = places_of(all, "ofte", "often");
  CHECK(split(places, ' ').size() == 100);
  CHECK(places.find("*2") != std::string::npos);
  CHECK(split(places_of(all, "sjaelden7"), ' ').size() == 2);  // in the first collection, and in the second
  CHECK(places_of(all, "sjaelden7") == places_of(all, "sjaelden7", "end"));
  std::size_t place = 0;
  std::vector<std::string> often;
  const auto sorted = words_in(index);
  for (const Json& step : index["often"]) often.push_back(sorted.at(place += step.get<std::size_t>()));
  CHECK(std::ranges::find(often, "ofte") != often.end());
  CHECK(index["files"]["often"][0] == often.front());
  CHECK(entries_of(all).size() > 300);
  CHECK(all == emit(PlannedProject(files)));
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
  const auto entries = entries_of(all);
  const auto has_page = [](const auto& one) { return one.first[1] == "</script><b>'\\"; };
  CHECK(std::ranges::any_of(entries, has_page));
  CHECK(std::ranges::any_of(entries, [](const auto& one) { return one.second[3] == "Tekst'); alert(1)"; }));
  const std::string& script = all.at("soeg/index.js");
  CHECK(std::ranges::count(script, '\n') == 1);
}
