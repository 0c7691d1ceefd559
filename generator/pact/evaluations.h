#pragma once

#include <vector>

#include "model/items.h"

namespace kanon {

/// The calendar years of which an associated member's evaluation is missing on a day, oldest first: each year after the
/// year of admission that has ended, and in which it was a member to the end (contract, section 4).
std::vector<int> missing_evaluations(const Member& member, Date today);

}  // namespace kanon
