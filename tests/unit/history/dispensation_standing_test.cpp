#include <catch2/catch.hpp>

#include "history/dispensation_standing.h"

using namespace kanon;

TEST_CASE("a dispensation holds through its last day, and ends soon when that day is near") {
  Dispensation dispensation;
  dispensation.expires.value = *Date::parse("2026-06-30");
  const Duration month{0, 30};
  const auto on = [&](const char* day) { return standing_of(dispensation, *Date::parse(day), month); };
  CHECK(on("2026-05-30") == DispensationStanding::valid);
  CHECK(on("2026-05-31") == DispensationStanding::ends_soon);
  CHECK(on("2026-06-30") == DispensationStanding::ends_soon);
  CHECK(on("2026-07-01") == DispensationStanding::expired);
}
