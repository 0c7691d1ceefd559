#include "base/date.h"

#include <fmt/format.h>

namespace kanon {
namespace {

using namespace std::chrono;

/// Reads exactly `count` digits; nothing if there are fewer.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

year_month_day at_month_end_if_beyond(year_month_day date) {
  return date.ok() ? date : year_month_day(date.year() / date.month() / last);
}

}  // namespace

std::optional<Duration> Duration::parse(std::string_view text) {
  if (text.size() < 3 || text.front() != 'P') return std::nullopt;
  constexpr std::string_view units = "YMWD";
  Duration result;
  std::size_t next_unit = 0;
  std::size_t at = 1;
  while (at < text.size()) {
    int number = 0;
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < 5)
      number = number * 10 + (text[at++] - '0');
    if (at == begin || at == text.size()) return std::nullopt;
    const std::size_t unit = units.find(text[at++], next_unit);
    if (unit == std::string_view::npos) return std::nullopt;
    next_unit = unit + 1;
    switch (units[unit]) {
      case 'Y':
        result.months += 12 * number;
        break;
      case 'M':
        result.months += number;
        break;
      case 'W':
        result.days += 7 * number;
        break;
      default:
        result.days += number;
        break;
    }
  }
  if (result == Duration{}) return std::nullopt;
  return result;
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  return Date(sys_days(date));
}

std::string Date::iso() const {
  const auto date = civil();
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

Date Date::plus(Duration duration) const {
  return Date(sys_days(at_month_end_if_beyond(civil() + months(duration.months))) + std::chrono::days(duration.days));
}

bool shorter(Duration a, Duration b) {
  const Date common = *Date::parse("2001-01-01");
  return common.plus(a) < common.plus(b);
}

}  // namespace kanon
