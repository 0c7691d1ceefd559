#pragma once

#include <vector>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// The dispensations of registers/dispensations.yaml (contract, section 7), in the order of the file; those without an
/// id are left out. `measures` is a list of texts, or one text.
std::vector<Dispensation> read_dispensations(Reading& reading);

/// The Statement of Applicability, registers/controls.yaml, in the order of the file; entries that name no control are
/// left out.
std::vector<ControlEntry> read_controls(Reading& reading);

}  // namespace kanon
