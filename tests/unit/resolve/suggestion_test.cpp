#include "resolve/suggestion.h"

#include <catch2/catch.hpp>

namespace kanon {

TEST_CASE("the nearest word is suggested") {
  Suggestions suggestions({"backup-politik", "logning-politik", "adgangsstyring"});
  CHECK(suggestions.nearest_to("backup-politk") == "backup-politik");
  CHECK(suggestions.nearest_to("bakcup-politik") == "backup-politik");
  CHECK(suggestions.nearest_to("Backup-Politik") == "backup-politik");
  CHECK(suggestions.nearest_to("helt-andet-ord").empty());
  CHECK(suggestions.nearest_to("").empty());
}

TEST_CASE("words beyond any spelling mistake are not searched for") {
  Suggestions suggestions({std::string(5000, 'a')});
  CHECK(suggestions.nearest_to(std::string(5000, 'a')).empty());
}

TEST_CASE("the hundred first questions are answered") {
  Suggestions suggestions({"politik"});
  for (int i = 0; i < 100; ++i) CHECK(suggestions.nearest_to("poltik") == "politik");
  CHECK(suggestions.nearest_to("poltik").empty());
}

}  // namespace kanon
