#include "base/working_days.h"

#include <algorithm>
#include <utility>

namespace kanon {
namespace {

using namespace std::chrono;

constexpr int last_year_of_great_prayer_day = 2023;  // Act no. 214 of 6 March 2023

Date day_of(int y, month m, unsigned d) { return Date::from_days(sys_days(year(y) / m / day(d))); }

Date later(Date day, int days_later) { return Date::from_days(day.days() + days(days_later)); }

bool is_weekend(Date day) {
  const weekday on(day.days());
  return on == Saturday || on == Sunday;
}

}  // namespace

Date easter_sunday(int y) {
  const int golden = y % 19;
  const int century = y / 100;
  const int in_century = y % 100;
  const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int from_march = epact + to_sunday - 7 * correction + 114;
  return day_of(y, month(static_cast<unsigned>(from_march / 31)), static_cast<unsigned>(from_march % 31 + 1));
}

std::vector<Date> danish_holidays(int y) {
  const Date easter = easter_sunday(y);
  std::vector<Date> holidays{day_of(y, January, 1), later(easter, -3), later(easter, -2), easter, later(easter, 1)};
  if (y <= last_year_of_great_prayer_day) holidays.push_back(later(easter, 26));
  for (const int days_later : {39, 49, 50}) holidays.push_back(later(easter, days_later));
  for (const unsigned in_december : {25U, 26U}) holidays.push_back(day_of(y, December, in_december));
  return holidays;
}

WorkingDays::WorkingDays(std::vector<Date> further_free_days) : free_days_(std::move(further_free_days)) {
  std::ranges::sort(free_days_);
}

bool WorkingDays::is_working_day(Date day) const {
  if (is_weekend(day) || std::ranges::binary_search(free_days_, day)) return false;
  return !std::ranges::binary_search(danish_holidays(static_cast<int>(day.civil().year())), day);
}

Date WorkingDays::after(Date day, int count) const {
  while (count > 0) {
    day = later(day, 1);
    if (is_working_day(day)) --count;
  }
  return day;
}

}  // namespace kanon
