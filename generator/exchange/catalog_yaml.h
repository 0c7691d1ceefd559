#pragma once

#include <string>

#include "model/items.h"

namespace kanon {

/// A catalog as the source content/catalogs/<id>.yaml, in the order and form in which a person would write it. Reading
/// it gives the same catalog, where that holds nothing that no source can hold (fit_catalog.h).
std::string catalog_yaml(const Catalog& catalog);

}  // namespace kanon
