#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// A box of a drawing.
struct DrawnBox {
  std::vector<std::string> lines;      ///< its text, already broken
  std::string small_line;              ///< below them: the document's type; may be empty
  std::string href;                    ///< percent-encoded; may be empty
  std::optional<std::size_t> above{};  ///< the box that it hangs under, by position: one that stands before it
};

/// Text in lines of at most `width` characters, at most `most` of them; what doesn't fit ends with «…».
std::vector<std::string> broken_text(std::string_view text, std::size_t width, std::size_t most);

/// The boxes as SVG 1.1: a column for each level from left to right, each box beside the first of those under it, one
/// line from a box that branches to all under it. Every box has a stretch of the height for itself and what hangs under
/// it, so that no line crosses a box or another line. Links come in the order that the drawing is read in. Colours and
/// fonts are the style sheet's, by class.
std::string hierarchy_svg(const std::vector<DrawnBox>& boxes, const std::string& title, const std::string& text);

}  // namespace kanon
