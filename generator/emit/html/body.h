#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/message.h"
#include "emit/html/terms.h"
#include "model/parsed_file.h"

namespace kanon {

/// What a body needs from outside while it is written.
struct BodyContext {
  Language language = Language::da;
  /// The address that a link or image node leads to, ready for an attribute value before escaping; empty: the link is
  /// left out and its text stays.
  std::function<std::string(std::uint32_t node)> href_of;
  /// The text for a link whose own text is empty.
  std::function<std::string(std::uint32_t node)> title_of;
  /// HTML for an embed node.
  std::function<std::string(std::uint32_t node)> embed;
  /// The number of the section that a heading node begins; empty, or none at all: it has none.
  std::function<std::string(std::uint32_t node)> number_of;
  /// The terms that running text links to the glossary, each where a section of the second level first uses it; null:
  /// none. Their definitions stand behind the body, hidden, as the links' descriptions.
  const TermFinder* terms = nullptr;
  /// Where the glossary has a term; empty: it is not linked.
  std::function<std::string(const Term& term)> href_of_term;
  /// Added before every anchor and footnote id: tells documents apart that share one page (a handbook). Empty on the
  /// site.
  std::string id_prefix;
  /// Added to every heading's level: 0 on the site, 1 in a handbook.
  int heading_shift = 0;
  /// The highest level a heading may have: 2 where the page's title is the only `<h1>`.
  int highest_heading = 1;
  /// What stands in the place of a block of the body itself (of a footnote: in its list item); nothing: the block.
  std::function<std::optional<std::string>(std::uint32_t node)> instead;
};

/// A Markdown body as HTML: valid and safe whatever the source was.
std::string write_body(const ParsedFile& file, const BodyContext& context);

/// One node of a body with all below it, as it stands in the body; `context.instead` isn't asked.
std::string write_node(const ParsedFile& file, std::uint32_t node, const BodyContext& context);

/// A heading's element without its words: `<h3 id="formaal">` and what ends it.
struct HeadingElement {
  std::string opening;
  std::string closing;
};
HeadingElement heading_element(const ParsedFile& file, std::uint32_t node, const BodyContext& context);

}  // namespace kanon
