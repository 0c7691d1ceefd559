#pragma once

#include "check/rule.h"

namespace kanon {

/// The most restricted level that a handbook may hold: its own, and no more than its audience may see.
std::size_t reach_of(const Handbook& handbook, const CheckInput& input);

}  // namespace kanon
