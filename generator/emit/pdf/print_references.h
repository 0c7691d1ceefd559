#pragma once

#include <map>
#include <string>
#include <string_view>

#include "emit/html/words.h"

namespace kanon {

/// The page number of each place that is known, from 1.
using PageNumbers = std::map<std::string, std::size_t, std::less<>>;

/// The HTML with «(side 12)» after each link to a place in it, but for footnotes, which stand near enough. Before
/// anything is known (`numbers` is empty) room is kept for two figures.
std::string with_page_references(std::string_view html, const PageNumbers& numbers, const Words& words);

/// The places that links of the HTML lead to, of those that are known.
PageNumbers linked_places(std::string_view html, const PageNumbers& numbers);

}  // namespace kanon
