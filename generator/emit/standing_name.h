#pragma once

#include <string>

#include "model/items.h"

namespace kanon {

/// A standing as programs read it: `in_force`.
std::string name_of(Standing standing);

}  // namespace kanon
