#pragma once

#include <string>
#include <vector>

#include "emit/redline/report.h"

namespace kanon {

/// The parts of a redline as HTML, ready for a layout: escaped, without links to what the surroundings don't know.
/// Inserted words stand in <ins>, deleted ones in <del>, each with a word for whoever can't see them.
struct RedlineHtml {
  std::string fields;               ///< a <dl>; empty where none changed
  std::string records;              ///< sections with headings of level 3; empty where none changed
  std::string body;                 ///< the whole body, what didn't change folded; empty where nothing did
  std::vector<std::string> runs{};  ///< the body in pieces: a change each, and what didn't change between them
  std::string contents;  ///< a list of the changes' sections and records, with links to them; empty for fewer than two
};
RedlineHtml redline_html(const ItemRedline& redline, Language language, const RedlineSurroundings& surroundings);

}  // namespace kanon
