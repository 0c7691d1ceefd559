#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "exchange/formats.h"
#include "unit/exchange/catalog_text.h"
#include "unit/exchange/random_catalog.h"
#include "unit/exchange/small_catalog.h"

using namespace kanon;

namespace {

struct Format {
  const char* name;
  Result<Exported> (*write)(const Catalog&, const ExchangeSettings&);
  Result<Imported> (*read)(std::string_view);
};

const std::vector<Format>& formats() {
  static const std::vector<Format> all{{"OSCAL XML", export_oscal_xml, import_oscal_xml},
                                       {"OSCAL JSON", export_oscal_json, import_oscal_json},
                                       {"ReqIF", export_reqif, import_reqif}};
  return all;
}

/// What stands around the first place where two texts differ.
std::string first_difference(const std::string& expected, const std::string& got) {
  std::size_t same = 0;
  while (same < std::min(expected.size(), got.size()) && expected[same] == got[same]) ++same;
  const std::size_t begin = same < 60 ? 0 : same - 60;
  return "expected: " + expected.substr(begin, 160) + "\ngot: " + got.substr(begin, 160);
}

const ExchangeSettings kSettings{Language::da, "Sekretariatet", "0123abcd"};

}  // namespace

TEST_CASE("round trip: whatever a catalog says comes back from every format, and nothing was lost or mended") {
  for (const Format& format : formats()) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
      const Catalog catalog = RandomCatalog(seed).make();
      INFO(format.name << ", seed " << seed);
      const auto written = format.write(catalog, kSettings);
      REQUIRE(written);
      CHECK(written->lost.empty());
      const auto read = format.read(written->bytes);
      REQUIRE(read);
      CHECK(read->mended.empty());
      INFO(first_difference(catalog_text(catalog), catalog_text(read->catalog)));
      REQUIRE((catalog_text(read->catalog) == catalog_text(catalog)));
    }
  }
}

TEST_CASE("round trip: an ordinary catalog") {
  for (const Format& format : formats()) {
    const auto read = format.read(format.write(small_catalog(), kSettings)->bytes);
    INFO(format.name);
    REQUIRE(read);
    CHECK(read->mended.empty());
    CHECK(catalog_text(read->catalog) == catalog_text(small_catalog()));
  }
}

TEST_CASE("round trip: the same catalog is written as the same bytes") {
  for (const Format& format : formats()) {
    const Catalog catalog = RandomCatalog(7).make();
    CHECK(format.write(catalog, kSettings)->bytes == format.write(catalog, kSettings)->bytes);
  }
}

TEST_CASE("round trip: characters that XML can't hold are replaced, which is said") {
  Catalog catalog = RandomCatalog(1).make();
  catalog.title.value = std::string("a\0b\x1B[31m\xFF\r", 10) + "\xEF\xBF\xBF";
  for (const Format& format : formats()) {
    const auto written = format.write(catalog, kSettings);
    REQUIRE(written->lost.size() == 1);
    CHECK(written->lost.front().en == "5 characters that the format can't hold became “\uFFFD”");
    const auto read = format.read(written->bytes);
    REQUIRE(read);
    CHECK(read->catalog.title.value == "a\uFFFDb\uFFFD[31m\uFFFD\uFFFD\uFFFD");
  }
}

TEST_CASE("round trip: a text of a hundred thousand characters") {
  Catalog catalog = RandomCatalog(1).make();
  catalog.requirements.resize(1);
  catalog.requirements[0].text.value = std::string(100'000, 'x');
  for (const Format& format : formats()) {
    const auto read = format.read(format.write(catalog, kSettings)->bytes);
    REQUIRE(read);
    CHECK((catalog_text(read->catalog) == catalog_text(catalog)));
  }
}
