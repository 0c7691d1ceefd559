#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/position.h"

namespace kanon {

/// A stretch of a normalised text, and what takes its place.
struct TextEdit {
  Range range;
  std::string text;  ///< with line feeds
};

/// A file with its text edited, all else as it was, byte for byte: BOM, line ends, blanks. What is new gets the line
/// ends of the line before it. `edits` stand by place, name stretches of normalised_text(bytes), and don't overlap.
std::string edited(std::string_view bytes, const std::vector<TextEdit>& edits);

}  // namespace kanon
