#include "emit/feed.h"

#include <regex>
#include <set>

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string path = "content/documents/politik.md";

std::string source(const std::string& version, const std::string& change, const std::string& title = "Politikken") {
  return "---\nid: politik\ntype: politik\ntitle: " + title + "\nclassification: offentlig\nversion: \"" + version +
         "\"\nhistory: [{version: \"" + version + "\", date: 2024-01-01, by: CAI, change: " + change +
         ", kind: updated}]\n---\nTekst.\n";
}

FileMap project(const std::string& config) {
  FileMap files{{"kanon.yaml", config}};
  for (const auto& [version, day] : {std::pair("1.0", "2024-01-02"), std::pair("1.1", "2024-06-03")}) {
    files[path] = source(version, std::string("\"Ændret til ") + version + "\"");
    release(files, path, version, day);
  }
  return files;
}

std::string feed_of(const FileMap& files) {
  return emit(PlannedProject(files, "public", PlannedProject::on("2026-11-21"))).at("feed.xml");
}

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// Every element that is opened is closed in its place; text holds no bare `<` or `&`.
bool is_well_formed(const std::string& xml) {
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-z]+)((?: [a-z:]+=\"[^\"<]*\")*)(/?)>|<|&(?!(?:amp|lt|gt|quot);)");
  const std::string body = xml.substr(xml.find("?>") + 2);
  for (std::sregex_iterator at(body.begin(), body.end(), tag), end; at != end; ++at) {
    if (!(*at)[2].matched) return false;
    if ((*at)[1].length() > 0) {
      if (open.empty() || open.back() != (*at)[2]) return false;
      open.pop_back();
    } else if ((*at)[4].length() == 0) {
      open.push_back((*at)[2]);
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("the feed has what RFC 4287 asks of a feed, and an entry a release, newest first") {
  const std::string feed =
      feed_of(project("site: {title: Prøven, base_url: \"https://a.example/under/\", publisher: Udgiver}\n"));
  INFO(feed);
  CHECK(feed.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""));
  CHECK(is_well_formed(feed));
  CHECK(all_of(feed, "<id>([^<]*)</id>").size() == 3);
  CHECK(all_of(feed, "<id>([^<]*)</id>")[0] == "https://a.example/under/feed.xml");
  CHECK(all_of(feed, "<title>([^<]*)</title>") ==
        std::vector<std::string>{"Ændringer – Prøven", "Politikken, version 1.1", "Politikken, version 1.0"});
  CHECK(all_of(feed, "<updated>([^<]*)</updated>") ==
        std::vector<std::string>{"2024-06-03T00:00:00Z", "2024-06-03T00:00:00Z", "2024-01-02T00:00:00Z"});
  CHECK(all_of(feed, "<published>([^<]*)</published>").size() == 2);
  CHECK(all_of(feed, "<author>\\s*<name>([^<]*)</name>\\s*</author>") == std::vector<std::string>{"Udgiver"});
  CHECK(all_of(feed, "<summary type=\"text\">([^<]*)</summary>") ==
        std::vector<std::string>{"Ændret til 1.1", "Ændret til 1.0"});
  CHECK(all_of(feed, "rel=\"self\" type=\"application/atom\\+xml\" href=\"([^\"]*)\"") ==
        std::vector<std::string>{"https://a.example/under/feed.xml"});
  CHECK(all_of(feed, "rel=\"alternate\" type=\"text/html\" href=\"([^\"]*)\"") ==
        std::vector<std::string>{"https://a.example/under/aendringer/",
                                 "https://a.example/under/dokumenter/politik/1.1/",
                                 "https://a.example/under/dokumenter/politik/1.0/"});
}

TEST_CASE("an entry's id is a UUID of version 8 from its fingerprint, wherever the site is") {
  const FileMap files = project("site: {title: Prøven}\n");
  const std::string feed = feed_of(files);
  const auto ids = all_of(feed, "<id>([^<]*)</id>");
  REQUIRE(ids.size() == 3);
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(std::regex_match(id,
                           std::regex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")));
  }
  CHECK(std::set(ids.begin(), ids.end()).size() == 3);
  const auto elsewhere =
      all_of(feed_of(project("site: {title: Andet, base_url: \"https://b.example/\"}\n")), "<id>([^<]*)</id>");
  CHECK(elsewhere[1] == ids[1]);
  CHECK(elsewhere[2] == ids[2]);
  const PlannedProject planned(files, "public", PlannedProject::on("2026-11-21"));
  const std::string entry = planned.view().governed(planned.view().releases().front()).edition.fingerprint;
  CHECK(ids[1].substr(9, 8) == entry.substr(0, 8));
  CHECK(ids[1].substr(33) == entry.substr(20, 12));
}

TEST_CASE("without base_url the feed's addresses are relative to it") {
  const std::string feed = feed_of(project("site: {title: Prøven}\n"));
  CHECK(all_of(feed, "href=\"([^\"]*)\"") ==
        std::vector<std::string>{"feed.xml", "aendringer/", "dokumenter/politik/1.1/", "dokumenter/politik/1.0/"});
  CHECK(all_of(feed, "<name>([^<]*)</name>") == std::vector<std::string>{"Prøven"});
}

TEST_CASE("a feed of no releases is a feed all the same") {
  const std::string feed = feed_of({{"kanon.yaml", "site: {title: Prøven}\n"}});
  CHECK(is_well_formed(feed));
  CHECK_FALSE(holds(feed, "<entry>"));
  CHECK(holds(feed, "<updated>2026-11-21T00:00:00Z</updated>"));
  CHECK_FALSE(holds(feed, "href=\"\""));
}

TEST_CASE("hostile text stays text in the feed") {
  FileMap files{{"kanon.yaml", "site: {title: \"<Prøven> & co\"}\n"}};
  files[path] = source("1.0", "\"</summary><script>x]]> &amp;\"", "\"A \\\"B\\\" <i>\"");
  release(files, path, "1.0", "2024-01-02");
  const std::string feed = feed_of(files);
  INFO(feed);
  CHECK(is_well_formed(feed));
  CHECK(holds(feed, "&lt;/summary&gt;&lt;script&gt;x]]&gt; &amp;amp;</summary>"));
}

TEST_CASE("the feed ends after a hundred entries") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  for (int i = 1; i <= 101; ++i) {
    const std::string version = "1." + std::to_string(i);
    files[path] = source(version, "x");
    release(files, path, version, "2024-01-02");
  }
  const std::string feed = feed_of(files);
  CHECK(all_of(feed, "<(entry)>").size() == 100);
  CHECK(holds(feed, "version 1.101<"));
  CHECK_FALSE(holds(feed, "version 1.1<"));
}
