#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "emit/html/layouts.h"
#include "plan/view.h"

namespace kanon {

/// The contents list of a text: {items: [{number, href, title, sections}]}, the headings of the second level, each with
/// those of the third below it, and the numbers of those that have one. A third-level heading before any of the second
/// is listed as one of the second: nothing is left out. `false` for a text without headings.
Data contents_list(const std::vector<Heading>& headings, const std::map<std::uint32_t, std::string>& numbers);

}  // namespace kanon
