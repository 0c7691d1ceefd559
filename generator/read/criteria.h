#pragma once

#include <vector>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// The objectives and their criteria (contract, section 4), in the order of the file; those without an id are left out.
std::vector<Objective> read_criteria(Reading& reading);

}  // namespace kanon
