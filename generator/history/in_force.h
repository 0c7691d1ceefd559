#pragma once

#include <optional>

#include "model/items.h"

namespace kanon {

/// The day from which a version is in force: its `effective` date, else its newest approval, else the date of its
/// history entry (contract, section 3). Nothing where the source says none of them.
std::optional<Date> in_force_from(const Governed& item);

}  // namespace kanon
