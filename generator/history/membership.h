#pragma once

#include "model/items.h"

namespace kanon {

enum class Membership {
  never,   ///< not admitted by then: an applicant, one who was rejected
  member,  ///<
  former   ///< had left by then
};

/// What someone was to the pact on a day. Someone who left is a member up to the day before `left`; one who was
/// admitted again after leaving is a member from that day on. An admitted member without a date was always one.
Membership membership_on(const Member& member, Date day);

}  // namespace kanon
