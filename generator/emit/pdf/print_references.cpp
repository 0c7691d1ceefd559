#include "emit/pdf/print_references.h"

#include "base/escape.h"
#include "base/path.h"
#include "base/text.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

/// The place that a tag links to, whose page is told; empty for any other. Footnotes' ids have a colon, which no
/// heading's can have: they stand at the end of the chapter, so only the way back has a page.
std::string linked_place(const Tag& tag) {
  if (tag.name != "a" || tag.closing) return {};
  const std::string_view href = attribute(tag, "href");
  const bool is_footnote = href.find(':') != std::string_view::npos && href.find("fnref:") == std::string_view::npos;
  if (!href.starts_with('#') || is_footnote) return {};
  return percent_decoded(replace_all(std::string(href.substr(1)), "&amp;", "&"));
}

}  // namespace

std::string with_page_references(std::string_view html, const PageNumbers& numbers, const Words& words) {
  std::string out;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    const std::string place = linked_place(*tag);
    if (place.empty()) continue;
    const auto number = numbers.find(place);
    if (number == numbers.end() && !numbers.empty()) continue;
    const std::size_t end = end_of_element(html, *tag);
    const std::string page = numbers.empty() ? "00" : std::to_string(number->second);
    out += html.substr(copied, end - copied);
    out += " <span class=\"page-reference\">" + escape_html(words.with("page_reference", {{"page", page}})) + "</span>";
    copied = end;
  }
  out += html.substr(copied);
  return out;
}

PageNumbers linked_places(std::string_view html, const PageNumbers& numbers) {
  PageNumbers linked;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    const auto number = numbers.find(linked_place(*tag));
    if (number != numbers.end()) linked.insert(*number);
  }
  return linked;
}

}  // namespace kanon
