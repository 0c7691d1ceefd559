#pragma once

#include <string>

#include "model/items.h"

namespace kanon {

/// All that a catalog says, a value a line: two catalogs are equal where these are.
std::string catalog_text(const Catalog& catalog);

}  // namespace kanon
