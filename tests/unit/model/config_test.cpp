#include "model/config.h"

#include <catch2/catch.hpp>

using namespace kanon;

TEST_CASE("the default hierarchy is the contract's and refers only to what it has") {
  const Config config = default_config();
  REQUIRE(config.document_types.size() == 5);
  for (const DocumentType& type : config.document_types) {
    for (const auto& parent : type.parents) CHECK(config.document_type(*parent) != nullptr);
    for (const auto& body : type.approvals) CHECK(config.body(*body) != nullptr);
    CHECK(type.review_every == Duration{12, 0});
  }
  for (const Audience& audience : config.audiences) CHECK(config.level_of(audience.up_to));
  CHECK(config.document_type("politik")->is_root());
  CHECK_FALSE(config.document_type("procedure")->is_root());
}

TEST_CASE("levels are counted from the least restricted; what is unknown has none") {
  const Config config = default_config();
  CHECK(config.level_of("offentlig") == 0);
  CHECK(config.level_of("fortrolig") == 2);
  CHECK(config.most_restricted() == 2);
  CHECK_FALSE(config.level_of("Offentlig"));
  CHECK_FALSE(config.level_of(""));
  CHECK(config.audience("nobody") == nullptr);
  CHECK(config.body("") == nullptr);
  CHECK(config.document_type("politi") == nullptr);
}
