#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// The candidate that a writer most likely meant: the one with the smallest edit distance (insert, delete, replace,
/// swap of neighbours), if that is at most a third of the word; ties go to the alphabetically first.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kanon
