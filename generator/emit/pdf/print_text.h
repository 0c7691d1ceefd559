#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kanon {

/// Puts numbers into headings, by their ids.
std::string numbered(std::string_view html, const std::map<std::string, std::string, std::less<>>& numbers);

/// The text as paper can have it: what a reader of the site could unfold is unfolded, boxes are drawn, and links that
/// only help on a screen are gone.
std::string for_paper(std::string_view html);

}  // namespace kanon
