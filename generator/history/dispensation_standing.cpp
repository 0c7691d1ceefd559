#include "history/dispensation_standing.h"

namespace kanon {

DispensationStanding standing_of(const Dispensation& dispensation, Date day, Duration due_soon) {
  if (*dispensation.expires < day) return DispensationStanding::expired;
  return *dispensation.expires <= day.plus(due_soon) ? DispensationStanding::ends_soon : DispensationStanding::valid;
}

}  // namespace kanon
