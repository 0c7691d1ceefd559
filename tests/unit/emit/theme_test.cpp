#include "emit/html/theme.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "emit/html/layout_source.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

Result<Theme> load(const FileMap& files) {
  FileMap placed;
  for (const auto& [path, bytes] : files) placed["/p/" + path] = bytes;
  return Theme::load(MemoryFiles(placed), "/p");
}

std::set<std::string> keys(const Words& words) {
  std::set<std::string> keys;
  for (const auto& [key, text] : words.all()) keys.insert(key);
  return keys;
}

}  // namespace

TEST_CASE("a project's layout replaces the built-in one, and the assets it names are added") {
  const auto theme = load({{"layouts/footer.mustache", "\xEF\xBB\xBFmin\r\nfod <img src=\"{{root}}assets/logo.svg\">"},
                           {"assets/logo.svg", "<svg/>"},
                           {"assets/styles/source.scss", "$a: 1"},
                           {"assets/kanon.css", "body{background:url(img/pattern.png)}"},
                           {"assets/img/pattern.png", "png"},
                           {"layouts/README.md", "x"}});
  REQUIRE(theme);
  CHECK(theme->layout("footer")->starts_with("min\nfod"));
  CHECK(theme->layout("document") != nullptr);
  CHECK(theme->layout("README") == nullptr);
  CHECK(theme->assets().at("logo.svg") == "<svg/>");
  CHECK(theme->assets().at("kanon.css").starts_with("body{background"));
  CHECK(theme->assets().at("img/pattern.png") == "png");
  CHECK_FALSE(theme->assets().contains("styles/source.scss"));
  CHECK(theme->layout_path("footer") == "layouts/footer.mustache");
}

TEST_CASE("a layout that is not UTF-8 is named") {
  const auto theme = load({{"layouts/footer.mustache", "\xFF"}});
  REQUIRE_FALSE(theme);
  CHECK(theme.error().kind == Error::Kind::usage);
  CHECK(holds(theme.error().what.da, "layouts/footer.mustache"));
}

TEST_CASE("a project's words replace those of the same key, in their language") {
  const auto theme = load({{"layouts/language/da.yaml", "owner: \"Ansvarlig: \\\"x\\\"\"  \n# remark\n\n"}});
  REQUIRE(theme);
  CHECK(theme->words(Language::da)["owner"] == "Ansvarlig: \"x\"");
  CHECK(theme->words(Language::da)["parent"] == "Hører under");
  CHECK(theme->words(Language::en)["owner"] == "Owner");
}

TEST_CASE("a list of words that isn't one is an error with its line") {
  for (const char* text :
       {"a: b\nno colon\n", "a: b\nKey: x\n", "a: b\nkey: \"open\n", "a: b\nkey: 'single'\n", "a: b\n: x\n"}) {
    const auto theme = load({{"layouts/language/en.yaml", text}});
    INFO(text);
    REQUIRE_FALSE(theme);
    CHECK(holds(theme.error().what.en, "layouts/language/en.yaml:2:1: "));
  }
}

TEST_CASE("both languages have the same words, and none is empty") {
  const auto theme = Theme::built_in();
  REQUIRE(theme);
  CHECK(keys(theme->words(Language::da)) == keys(theme->words(Language::en)));
  for (const Language language : {Language::da, Language::en}) {
    for (const auto& [key, text] : theme->words(language).all()) {
      INFO(key);
      CHECK_FALSE(text.empty());
    }
  }
}

TEST_CASE("every word that a layout or the program uses is there, and every word is used") {
  const auto theme = Theme::built_in();
  REQUIRE(theme);
  std::set<std::string> used;
  for (const auto& [name, text] : theme->layouts()) {
    const auto numbered = number_layout(*theme, name);
    REQUIRE(numbered);
    for (const LayoutTag& tag : numbered->tags) {
      if (tag.path.size() == 2 && tag.path[0] == "t") used.insert(tag.path[1]);
    }
  }
  const std::set<std::string> known = keys(theme->words(Language::da));
  for (const std::string& key : used) {
    INFO(key);
    CHECK(known.contains(key));
  }
  // The program names words in quotes; which of its quoted texts are words is seen from the list.
  const std::regex quoted("\"([a-z0-9_]+)\"");
  const std::regex direct("words\\[\"([a-z0-9_]+)\"\\]");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(KANON_SOURCE "/generator/emit")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    const std::string source = bytes.str();
    for (std::sregex_iterator at(source.begin(), source.end(), quoted), end; at != end; ++at) used.insert((*at)[1]);
    for (std::sregex_iterator at(source.begin(), source.end(), direct), end; at != end; ++at) {
      INFO(entry.path().filename() << " uses " << (*at)[1]);
      CHECK(known.contains((*at)[1]));
    }
  }
  for (const std::string& key : known) {
    // A word whose key is put together, like "appendix_" + name, counts by its beginning.
    const bool by_beginning = used.contains(key.substr(0, key.find('_') + 1));
    INFO(key);
    CHECK((used.contains(key) || by_beginning));
  }
}

TEST_CASE("dates and frequencies are written in the language") {
  const auto theme = Theme::built_in();
  REQUIRE(theme);
  const Words& da = theme->words(Language::da);
  const Words& en = theme->words(Language::en);
  CHECK(da.date(*Date::parse("2025-04-09")) == "9. april 2025");
  CHECK(en.date(*Date::parse("2025-04-09")) == "9 April 2025");
  CHECK(da.date(*Date::parse("1900-12-31")) == "31. december 1900");
  CHECK(da.frequency("P1M") == "Hver måned");
  CHECK(da.frequency("P3M") == "Hver 3. måned");
  CHECK(da.frequency("P24M") == "Hvert 2. år");
  CHECK(en.frequency("P2W") == "Every 2 weeks");
  CHECK(en.frequency("P1D") == "Every day");
  CHECK(da.frequency("once") == "Én gang");
  CHECK(da.frequency("P1M3D") == "P1M3D");
  CHECK(da.frequency("{n}") == "{n}");
}

TEST_CASE("values put into a text are not looked into again") {
  const auto words = Words::parse("both: \"{a} og {b}{c}\"\n", "x", Language::da);
  REQUIRE(words);
  CHECK(words->with("both", {{"a", "{b}"}, {"b", "{a}"}}) == "{b} og {a}{c}");
}
