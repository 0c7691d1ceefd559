#pragma once

#include <vector>

#include "base/date.h"

namespace kanon {

/// Easter Sunday of a year of the Gregorian calendar (the anonymous Gregorian algorithm, Nature 1876).
Date easter_sunday(int year);

/// Denmark's public holidays of a year, in order: New Year's Day, Maundy Thursday, Good Friday, Easter Sunday and
/// Monday, Great Prayer Day (Store Bededag, up to 2023), Ascension Day, Whit Sunday and Monday, Christmas Day and the
/// day after.
std::vector<Date> danish_holidays(int year);

/// The days on which an organisation in Denmark works: all but Saturdays, Sundays, public holidays and its own further
/// free days. 5 June, 24 and 31 December are working days unless they are among those.
class WorkingDays {
 public:
  explicit WorkingDays(std::vector<Date> further_free_days = {});

  bool is_working_day(Date day) const;
  /// The `count`-th working day after a day (from 1), whatever that day is itself.
  Date after(Date day, int count) const;

 private:
  std::vector<Date> free_days_;  // sorted
};

}  // namespace kanon
