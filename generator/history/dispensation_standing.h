#pragma once

#include "base/date.h"
#include "model/items.h"

namespace kanon {

/// Where a dispensation stands on a day.
enum class DispensationStanding {
  valid,      ///< for longer than one looks ahead
  ends_soon,  ///< valid, but not for long
  expired     ///< it held through the day of `expires`
};

/// `due_soon` is how far one looks ahead: Config::review_due_soon.
DispensationStanding standing_of(const Dispensation& dispensation, Date day, Duration due_soon);

}  // namespace kanon
