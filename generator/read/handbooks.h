#pragma once

#include <optional>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A handbook (contract, section 6); nothing where there is no id to call it by.
std::optional<Handbook> read_handbook(Reading& reading);

}  // namespace kanon
