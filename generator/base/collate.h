#pragma once

#include <string_view>

#include "base/message.h"

namespace kanon {

/// The order of titles as readers of the language expect it (Unicode Collation Algorithm with CLDR's rules: in Danish
/// æ, ø and å stand last, and «aa» as å), whole numbers in titles by their value. Below zero: `a` stands first. Titles
/// that the language holds equal stand in byte order, so that zero means the same bytes.
int compare_titles(std::string_view a, std::string_view b, Language language);

}  // namespace kanon
