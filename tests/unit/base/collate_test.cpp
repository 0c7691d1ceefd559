#include "base/collate.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace kanon {
namespace {

std::vector<std::string> sorted(std::vector<std::string> titles, Language language) {
  std::ranges::sort(titles, [&](const auto& a, const auto& b) { return compare_titles(a, b, language) < 0; });
  return titles;
}

}  // namespace

TEST_CASE("Danish titles stand as in a Danish dictionary") {
  CHECK(sorted({"Åbenhed", "Ansvar", "Øvelser", "Zoner", "Ændringer"}, Language::da) ==
        std::vector<std::string>{"Ansvar", "Zoner", "Ændringer", "Øvelser", "Åbenhed"});
  CHECK(compare_titles("Aalborg", "Zoner", Language::da) > 0);
}

TEST_CASE("English titles take æ, ø and å among the other letters") {
  CHECK(compare_titles("Ændringer", "Zoner", Language::en) < 0);
  CHECK(compare_titles("Aalborg", "Zoner", Language::en) < 0);
}

TEST_CASE("numbers in titles stand by their value") { CHECK(compare_titles("Bilag 9", "Bilag 10", Language::da) < 0); }

TEST_CASE("only the same bytes are equal") {
  CHECK(compare_titles("Backup", "Backup", Language::da) == 0);
  const std::string composed = "\u00e9", decomposed = "e\u0301";
  CHECK(compare_titles(composed, decomposed, Language::da) != 0);
  CHECK(compare_titles(composed, decomposed, Language::da) == -compare_titles(decomposed, composed, Language::da));
  CHECK(compare_titles("", "a", Language::da) < 0);
}

}  // namespace kanon
