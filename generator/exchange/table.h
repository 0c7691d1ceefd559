#pragma once

#include <string>
#include <vector>

namespace kanon {

/// The cells of a table, row by row from its first. Rows may be of different lengths.
using Table = std::vector<std::vector<std::string>>;

}  // namespace kanon
