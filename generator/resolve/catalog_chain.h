#pragma once

#include <vector>

#include "resolve/model.h"

namespace kanon {

/// A catalog and those it extends, itself first: at most 64 and each once, also where they extend each other in a
/// circle.
std::vector<ItemRef> catalog_chain(const Model& model, ItemRef catalog);

}  // namespace kanon
