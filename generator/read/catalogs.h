#pragma once

#include <optional>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A requirement catalog (contract, section 5); nothing where there is no id to call it by. Requirements without an id
/// are left out.
std::optional<Catalog> read_catalog(Reading& reading);

}  // namespace kanon
