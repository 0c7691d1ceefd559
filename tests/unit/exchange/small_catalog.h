#pragma once

#include "model/items.h"

namespace kanon {

/// A catalog as one is written: two phases, two recommendations, three requirements, one of them without a phase.
Catalog small_catalog();

}  // namespace kanon
