#include "read/duration_text.h"

#include <algorithm>

namespace kanon {

std::string iso_duration(Duration duration) {
  constexpr int most = 99'999;  // of five digits
  const int years = std::min(duration.months / 12, most);
  // ISO 8601 has weeks alone; what can't be said in weeks or days alone is said in both, as the project's files may.
  const bool in_weeks = duration.days % 7 == 0 || duration.days > most;
  const int weeks = in_weeks ? std::min(duration.days / 7, most) : 0;
  std::string text = "P";
  const auto add = [&](int number, char unit) {
    if (number > 0) text += std::to_string(number) + unit;
  };
  add(years, 'Y');
  add(duration.months - 12 * years, 'M');
  add(weeks, 'W');
  add(duration.days - 7 * weeks, 'D');
  return text;
}

}  // namespace kanon
