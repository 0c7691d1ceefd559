#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// For each document the document that its `parent` names, circles and all.
std::vector<std::optional<std::uint32_t>> named_parents(const Model& model);

/// The circles that the links of a list run in: each once, from its lowest position onward along the links. By lowest
/// position.
std::vector<std::vector<std::uint32_t>> circles(const std::vector<std::optional<std::uint32_t>>& next);

/// Fills in the model's parents and children from its ids.
void tie_hierarchy(Model& model);

}  // namespace kanon
