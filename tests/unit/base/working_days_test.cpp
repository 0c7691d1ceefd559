#include "base/working_days.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <limits>
#include <string>

using namespace kanon;

namespace {

Date day(const std::string& text) { return *Date::parse(text); }

std::vector<std::string> texts(const std::vector<Date>& days) {
  std::vector<std::string> result;
  for (const Date& one : days) result.push_back(one.iso());
  return result;
}

std::string deadline(const std::string& from, int count = 5) { return WorkingDays().after(day(from), count).iso(); }

/// Easter by another way than the generator's: Gauss's rule of 1816 with its two exceptions.
Date easter_by_gauss(int y) {
  const int k = y / 100;
  const int m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
  const int n = (4 + k - k / 4) % 7;
  const int d = (19 * (y % 19) + m) % 30;
  const int e = (2 * (y % 4) + 4 * (y % 7) + 6 * d + n) % 7;
  int after_the_21st_of_march = 1 + d + e;
  if (d == 29 && e == 6) after_the_21st_of_march = 29;
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) after_the_21st_of_march = 28;
  return Date::from_days(std::chrono::sys_days(std::chrono::year(y) / 3 / 21) +
                         std::chrono::days(after_the_21st_of_march));
}

}  // namespace

TEST_CASE("Easter, Ascension Day and Whit Sunday stand where the published table of 2020 to 2035 has them") {
  struct Row {
    int year;
    const char* easter;
    const char* ascension;
    const char* whit_sunday;
  };
  const Row table[] = {
      {2020, "2020-04-12", "2020-05-21", "2020-05-31"}, {2021, "2021-04-04", "2021-05-13", "2021-05-23"},
      {2022, "2022-04-17", "2022-05-26", "2022-06-05"}, {2023, "2023-04-09", "2023-05-18", "2023-05-28"},
      {2024, "2024-03-31", "2024-05-09", "2024-05-19"}, {2025, "2025-04-20", "2025-05-29", "2025-06-08"},
      {2026, "2026-04-05", "2026-05-14", "2026-05-24"}, {2027, "2027-03-28", "2027-05-06", "2027-05-16"},
      {2028, "2028-04-16", "2028-05-25", "2028-06-04"}, {2029, "2029-04-01", "2029-05-10", "2029-05-20"},
      {2030, "2030-04-21", "2030-05-30", "2030-06-09"}, {2031, "2031-04-13", "2031-05-22", "2031-06-01"},
      {2032, "2032-03-28", "2032-05-06", "2032-05-16"}, {2033, "2033-04-17", "2033-05-26", "2033-06-05"},
      {2034, "2034-04-09", "2034-05-18", "2034-05-28"}, {2035, "2035-03-25", "2035-05-03", "2035-05-13"},
  };
  for (const Row& row : table) {
    CAPTURE(row.year);
    CHECK(easter_sunday(row.year).iso() == row.easter);
    const std::vector<std::string> holidays = texts(danish_holidays(row.year));
    CHECK(std::ranges::count(holidays, row.easter) == 1);
    CHECK(std::ranges::count(holidays, row.ascension) == 1);
    CHECK(std::ranges::count(holidays, row.whit_sunday) == 1);
    CHECK(holidays.size() == (row.year <= 2023 ? 11 : 10));
  }
}

TEST_CASE("Easter agrees with Gauss's rule in every year that a date may have") {
  for (int y = 1900; y <= 2199; ++y) {
    CAPTURE(y);
    CHECK(easter_sunday(y) == easter_by_gauss(y));
    CHECK(std::chrono::weekday(easter_sunday(y).days()) == std::chrono::Sunday);
    CHECK(std::ranges::is_sorted(danish_holidays(y)));
  }
  CHECK(easter_sunday(1954).iso() == "1954-04-18");  // Gauss's second exception
  CHECK(easter_sunday(1981).iso() == "1981-04-19");  // and his first
  CHECK(easter_sunday(1943).iso() == "1943-04-25");  // as late as it comes
}

TEST_CASE("the public holidays of a year, with Great Prayer Day up to 2023") {
  CHECK(texts(danish_holidays(2023)) == std::vector<std::string>{"2023-01-01", "2023-04-06", "2023-04-07", "2023-04-09",
                                                                 "2023-04-10", "2023-05-05", "2023-05-18", "2023-05-28",
                                                                 "2023-05-29", "2023-12-25", "2023-12-26"});
  CHECK(texts(danish_holidays(2024)) == std::vector<std::string>{"2024-01-01", "2024-03-28", "2024-03-29", "2024-03-31",
                                                                 "2024-04-01", "2024-05-09", "2024-05-19", "2024-05-20",
                                                                 "2024-12-25", "2024-12-26"});
  CHECK(texts(danish_holidays(2026)) == std::vector<std::string>{"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05",
                                                                 "2026-04-06", "2026-05-14", "2026-05-24", "2026-05-25",
                                                                 "2026-12-25", "2026-12-26"});
}

TEST_CASE("Great Prayer Day was the fourth Friday after Easter") {
  const WorkingDays working;
  for (const char* free : {"2020-05-08", "2021-04-30", "2022-05-13", "2023-05-05"}) {
    CHECK_FALSE(working.is_working_day(day(free)));
  }
  CHECK(working.is_working_day(day("2024-04-26")));
  CHECK(working.is_working_day(day("2025-05-16")));
}

TEST_CASE("5 June, 24 and 31 December are working days unless they are among the further free days") {
  const std::vector<Date> half_days{day("2026-12-31"), day("2026-06-05"), day("2026-12-24")};
  const WorkingDays usual;
  const WorkingDays free(half_days);
  for (const Date& one : half_days) {
    CAPTURE(one.iso());
    CHECK(usual.is_working_day(one));
    CHECK_FALSE(free.is_working_day(one));
  }
  CHECK(free.is_working_day(day("2027-12-24")));
  CHECK_FALSE(usual.is_working_day(day("2026-11-21")));  // a Saturday
  CHECK_FALSE(usual.is_working_day(day("2026-11-22")));
  CHECK(usual.is_working_day(day("2026-11-23")));
}

TEST_CASE("working days are counted from the day after") {
  CHECK(deadline("2026-02-10") == "2026-02-17");
  CHECK(deadline("2026-02-13") == "2026-02-20");     // from a Friday
  CHECK(deadline("2026-02-14") == "2026-02-20");     // from a Saturday
  CHECK(deadline("2026-02-15", 1) == "2026-02-16");  // from a Sunday
  CHECK(deadline("2026-02-10", 0) == "2026-02-10");
  CHECK(deadline("2026-02-10", std::numeric_limits<int>::min()) == "2026-02-10");
}

TEST_CASE("holidays are no part of a time limit") {
  CHECK(deadline("2026-03-25") == "2026-04-01");  // ends the day before Easter begins
  CHECK(deadline("2026-03-26") == "2026-04-07");  // one day later, and it ends after Easter
  CHECK(deadline("2026-04-01") == "2026-04-13");
  CHECK(deadline("2026-04-04") == "2026-04-13");  // from Holy Saturday
  CHECK(deadline("2026-12-21") == "2026-12-29");
  CHECK(deadline("2026-12-28") == "2027-01-05");
  CHECK(deadline("2023-05-01") == "2023-05-09");  // across Great Prayer Day
  CHECK(deadline("2024-04-22") == "2024-04-29");  // and across what was one until then
  const WorkingDays closed_over_christmas({day("2026-12-31"), day("2026-12-24"), day("2026-12-24")});
  CHECK(closed_over_christmas.after(day("2026-12-21"), 5) == day("2026-12-30"));
}

TEST_CASE("time limits end at either edge of the calendar, and behind any number of free days") {
  CHECK(deadline("1900-01-01") == "1900-01-08");
  CHECK(deadline("2199-12-27") == "2200-01-06");
  std::vector<Date> free;
  for (Date one = day("2026-01-01"); one < day("2036-01-01"); one = one.plus(Duration{0, 1})) free.push_back(one);
  std::ranges::reverse(free);
  CHECK(WorkingDays(free).after(day("2026-01-01"), 1) == day("2036-01-02"));
}

// The table was made with another program: Easter by its own algorithm, the other days from Easter by the law.
TEST_CASE("the public holidays of 2020 to 2035 are those of the table") {
  const std::vector<std::pair<int, std::string>> table{
      {2020, "01-01 04-09 04-10 04-12 04-13 05-08 05-21 05-31 06-01 12-25 12-26"},
      {2021, "01-01 04-01 04-02 04-04 04-05 04-30 05-13 05-23 05-24 12-25 12-26"},
      {2022, "01-01 04-14 04-15 04-17 04-18 05-13 05-26 06-05 06-06 12-25 12-26"},
      {2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26"},
      {2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26"},
      {2025, "01-01 04-17 04-18 04-20 04-21 05-29 06-08 06-09 12-25 12-26"},
      {2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26"},
      {2027, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26"},
      {2028, "01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-25 12-26"},
      {2029, "01-01 03-29 03-30 04-01 04-02 05-10 05-20 05-21 12-25 12-26"},
      {2030, "01-01 04-18 04-19 04-21 04-22 05-30 06-09 06-10 12-25 12-26"},
      {2031, "01-01 04-10 04-11 04-13 04-14 05-22 06-01 06-02 12-25 12-26"},
      {2032, "01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26"},
      {2033, "01-01 04-14 04-15 04-17 04-18 05-26 06-05 06-06 12-25 12-26"},
      {2034, "01-01 04-06 04-07 04-09 04-10 05-18 05-28 05-29 12-25 12-26"},
      {2035, "01-01 03-22 03-23 03-25 03-26 05-03 05-13 05-14 12-25 12-26"},
  };
  for (const auto& [year, days] : table) {
    std::string found;
    for (const Date day : danish_holidays(year)) found += (found.empty() ? "" : " ") + day.iso().substr(5);
    INFO(year);
    CHECK(found == days);
  }
}
