#pragma once

#include <vector>

#include "resolve/model.h"

namespace kanon {

/// A `derives_from` that closes a circle: following it leads back to the requirement that says it.
struct CircularDerivation {
  ItemRef requirement;
  const LocatedText* from = nullptr;  ///< in the corpus
};

/// One for each circle that a walk through the requirements, by path and place, runs into.
std::vector<CircularDerivation> circular_derivations(const Model& model);

}  // namespace kanon
