#pragma once

#include "resolve/model.h"

namespace kanon {

/// Fills in the model's anchors and links. Needs its ids, paths and addresses.
void tie_links(Model& model);

}  // namespace kanon
