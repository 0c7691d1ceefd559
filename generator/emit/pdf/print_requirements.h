#pragma once

#include <string>
#include <string_view>

#include "model/items.h"

namespace kanon {

/// A catalog's requirements as HTML, with the place `prefix` + id where each begins: in the element that has the id, or
/// in the row's heading that shows it.
std::string with_requirement_places(std::string_view html, const Catalog& catalog, const std::string& prefix);

}  // namespace kanon
