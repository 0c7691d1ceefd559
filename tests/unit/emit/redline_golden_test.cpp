#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "emit/redline/html.h"
#include "read/parse.h"

using namespace kanon;

// Redlines of each kind of change, as people read them: tests/unit/emit/redlines/*.txt hold both texts and what is
// expected. With KANON_REWRITE set (make golden) they are written anew.

namespace {

using Parts = std::map<std::string, std::string>;

const std::vector<std::string> order{"before", "after", "da", "en", "html"};

Parts read_parts(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  Parts parts;
  std::string name;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== "))
      name = line.substr(3);
    else
      parts[name] += line + "\n";
  }
  return parts;
}

void write_parts(const std::filesystem::path& path, const Parts& parts) {
  std::ofstream file(path, std::ios::binary);
  for (const std::string& name : order) file << "== " << name << "\n" << parts.at(name);
}

RedlineReport report_of(const Parts& parts) {
  RedlineReport report{.kind = ItemKind::document, .id = "p", .title = "Politik"};
  report.before.version = *Version::parse("1.0");
  report.after.version = *Version::parse("1.1");
  report.redline.body = compare_bodies(parse_source(parts.at("before"), SourceForm::markdown),
                                       parse_source(parts.at("after"), SourceForm::markdown));
  return report;
}

}  // namespace

TEST_CASE("redlines of each kind of change") {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(KANON_SOURCE) + "/tests/unit/emit/redlines"))
    paths.push_back(entry.path());
  std::ranges::sort(paths);
  REQUIRE(paths.size() >= 12);
  for (const auto& path : paths) {
    INFO(path.filename().string());
    const Parts expected = read_parts(path);
    const RedlineReport report = report_of(expected);
    Parts actual = expected;
    actual["da"] = redline_as_text(report, Language::da, Coloured::no);
    actual["en"] = redline_as_text(report, Language::en, Coloured::no);
    actual["html"] = redline_html(report.redline, Language::da, {}).body;
    if (std::getenv("KANON_REWRITE") != nullptr) {
      write_parts(path, actual);
      continue;
    }
    for (const std::string form : {"da", "en", "html"}) {
      const auto found = expected.find(form);
      CHECK(actual.at(form) == (found == expected.end() ? std::string() : found->second));
    }
  }
}
