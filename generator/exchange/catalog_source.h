#pragma once

#include <string>

#include "base/result.h"
#include "model/items.h"

namespace kanon {

/// The source of a catalog, read back and found to say the same. Fails where it does not, which would be a fault of the
/// program.
Result<std::string> catalog_source(const Catalog& catalog);

}  // namespace kanon
