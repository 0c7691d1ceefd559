#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostic/position.h"
#include "emit/html/theme.h"

namespace kanon {

/// A tag of a layout that names data: a variable or a section.
struct LayoutTag {
  enum class Kind { variable, section, inverted };

  std::string name;               ///< as written: page.title
  std::vector<std::string> path;  ///< its parts; empty for `.`, the item at hand
  std::string file;               ///< layouts/head.mustache
  Place place;
  Kind kind = Kind::variable;
  std::size_t end = 0;  ///< of a section: the position of the first tag behind it
};

/// A layout ready for mustache: its partials put in place, and every name replaced by its tag's position in `tags`.
/// Mustache itself asks for data by name alone; the number is how an unknown name is traced back to file, line and
/// column.
struct NumberedLayout {
  std::string text;
  std::vector<LayoutTag> tags;
};

/// Fails (wrong use) on what mustache would pass over in silence or read otherwise than its author: a partial that
/// isn't there, partials that include each other, tags and sections without an end, and changed delimiters, which
/// kanon's layouts do without.
Result<NumberedLayout> number_layout(const Theme& theme, std::string_view name);

/// «layouts/document.mustache:3:7: …» with the place in front, in both languages.
std::unexpected<Error> layout_error(const std::string& file, Place place, const Message& what, Message help);

}  // namespace kanon
