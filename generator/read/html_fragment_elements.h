#pragma once

#include <string>
#include <string_view>

#include "read/html_fragment.h"

namespace kanon {

/// What an allowed element may hold, and where it may stand.
enum class HtmlModel {
  phrasing,      ///< b, em, span …: running text in running text
  line_break,    ///< br: nothing
  paragraph,     ///< p: running text, in a block
  flow,          ///< div: anything
  list,          ///< ul, ol: li
  list_item,     ///< li: anything
  descriptions,  ///< dl: dt, dd
  term,          ///< dt: anything without headings
  description,   ///< dd: anything
  details,       ///< details: summary, then anything
  summary,       ///< summary: running text
  figure,        ///< figure: anything, figcaption first or last
  caption        ///< figcaption: anything
};

struct HtmlElement {
  std::string_view name;
  HtmlModel model{};
  bool is_block() const { return model != HtmlModel::phrasing && model != HtmlModel::line_break; }
};

/// The element of the allow-list (contract, section 3); null for every other.
const HtmlElement* allowed_element(std::string_view name);

/// Elements that aren't allowed and whose content a reader was never meant to see as text: script, style, svg …
bool hides_content(std::string_view name);

/// The tag's attributes as they may be published: ` class="a" lang="da"`, in the order of writing, each once. What is
/// not allowed, or has no valid value, is left out.
std::string allowed_attributes(const HtmlToken& tag);
/// The first attribute that would run code (`on…`); empty if there is none.
std::string_view event_handler(const HtmlToken& tag);

}  // namespace kanon
