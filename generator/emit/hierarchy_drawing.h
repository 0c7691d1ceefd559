#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kanon {

/// A box of a drawing.
struct DrawnBox {
  std::vector<std::string> lines;  ///< its text, already broken
  std::string small_line;          ///< below them: the document's type; may be empty
  std::string href;                ///< percent-encoded; may be empty
};

/// Boxes, and the lines between them by position: from the upper to the lower.
struct Drawing {
  std::vector<DrawnBox> boxes;
  std::vector<std::pair<std::size_t, std::size_t>> lines;
};

/// Text in lines of at most `width` characters, at most `most` of them; what doesn't fit ends with «…».
std::vector<std::string> broken_text(std::string_view text, std::size_t width, std::size_t most);

/// What Graphviz gets: boxes by number and size, and lines. No text of the content.
std::string dot_source(const Drawing& drawing);

/// The drawing as SVG 1.1, at the places that `dot -Tplain` found; nothing if that is not what was asked for. Colours
/// and fonts are the style sheet's, by class.
std::optional<std::string> svg_of(const Drawing& drawing, std::string_view plain, const std::string& title,
                                  const std::string& text);

}  // namespace kanon
