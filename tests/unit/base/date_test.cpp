#include "base/date.h"

#include <catch2/catch.hpp>

using namespace kanon;

TEST_CASE("a date is YYYY-MM-DD of the years 1900 to 2199 and a day that exists") {
  CHECK(Date::parse("2024-02-29")->iso() == "2024-02-29");
  for (const char* wrong : {"2023-02-29", "1899-12-31", "2200-01-01", "2024-2-29", "24-02-29", "2024-02-29 ",
                            "2024/02/29", "+024-02-29", ""}) {
    INFO(wrong);
    CHECK_FALSE(Date::parse(wrong));
  }
}

TEST_CASE("a duration is ISO 8601, its units in order, and longer than nothing") {
  CHECK(Duration::parse("P1Y") == Duration{12, 0});
  CHECK(Duration::parse("P1Y2M3W4D") == Duration{14, 25});
  for (const char* wrong : {"P", "P0D", "1Y", "P1D1Y", "P1Y1Y", "PT1H", "P-1Y", "P1.5Y", "P123456Y", "P1"}) {
    INFO(wrong);
    CHECK_FALSE(Duration::parse(wrong));
  }
}

TEST_CASE("months end where the month ends") {
  CHECK(Date::parse("2024-01-31")->plus({1, 0}).iso() == "2024-02-29");
  CHECK(Date::parse("2024-02-29")->plus({12, 0}).iso() == "2025-02-28");
  CHECK(Date::parse("2024-12-31")->plus({0, 1}).iso() == "2025-01-01");
}

TEST_CASE("lengths are compared from a common day") {
  CHECK(shorter({6, 0}, {12, 0}));
  CHECK(shorter({0, 360}, {12, 0}));
  CHECK_FALSE(shorter({12, 0}, {0, 365}));
}
