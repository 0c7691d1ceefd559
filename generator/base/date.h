#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kanon {

/// A length of calendar time, ISO 8601 `PnYnMnWnD` (date part only, whole numbers, at least one part above zero).
struct Duration {
  int months = 0;  ///< years and months
  int days = 0;    ///< weeks and days
  friend bool operator==(const Duration&, const Duration&) = default;

  static std::optional<Duration> parse(std::string_view text);
};

/// A day of the Gregorian calendar, of the years 1900–2199.
class Date {
 public:
  Date() = default;
  /// `YYYY-MM-DD`; nothing for any other form, a day that does not exist, or a year outside the range.
  static std::optional<Date> parse(std::string_view text);
  static Date from_days(std::chrono::sys_days days) { return Date(days); }

  std::string iso() const;
  std::chrono::sys_days days() const { return days_; }
  std::chrono::year_month_day civil() const { return days_; }

  /// The same day that many months later (the month's last day where it has no such day), then the days.
  Date plus(Duration duration) const;

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  explicit Date(std::chrono::sys_days days) : days_(days) {}
  std::chrono::sys_days days_{};
};

/// Which of two lengths is shorter, counted from a common day (2001-01-01).
bool shorter(Duration a, Duration b);

}  // namespace kanon
