#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// Ids in one cell, with commas between: `2.1, 5.3`. One with blanks, commas or quotation marks in it stands in double
/// quotes, those within doubled.
std::string id_list(const std::vector<std::string>& ids);

/// The ids of a cell: between commas, semicolons or line ends; where there are none, between blanks.
std::vector<std::string> ids_in(std::string_view cell);

}  // namespace kanon
