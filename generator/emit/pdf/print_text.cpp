#include "emit/pdf/print_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "emit/pdf/tags.h"

namespace kanon {

std::string numbered(std::string_view html, const std::map<std::string, std::string, std::less<>>& numbers) {
  std::string out;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    if (tag->closing || tag->name.size() != 2 || tag->name.front() != 'h') continue;
    const auto number = numbers.find(attribute(*tag, "id"));
    if (number == numbers.end()) continue;
    out += html.substr(copied, tag->end - copied);
    out += "<span class=\"number\">" + number->second + "</span> ";
    copied = tag->end;
  }
  out += html.substr(copied);
  return out;
}

namespace {

/// Whether a paragraph announces what follows it: it ends with a colon, and a list or a table comes next.
bool leads(std::string_view html, const Tag& tag) {
  if (tag.name != "p" || tag.closing || !tag.attributes.empty()) return false;
  const std::size_t end = end_of_element(html, tag);
  constexpr std::string_view closing = "</p>";
  if (!html.substr(0, end - std::min(end, closing.size())).ends_with(':')) return false;
  const auto next = next_tag(html, end);
  constexpr std::array names = {"ul", "ol", "dl", "table", "div"};
  return next && !next->closing && std::ranges::find(names, next->name) != names.end() &&
         trim(html.substr(end, next->begin - end)).empty();
}

/// What an element of the site becomes on paper, where nothing can be clicked open or ticked. Nothing: it stays.
std::optional<std::string> on_paper(std::string_view html, const Tag& tag) {
  if (leads(html, tag)) return "<p class=\"leads\">";
  if (tag.name == "div" && !tag.closing && attribute(tag, "class") == "table-scroll") return "<div>";
  if (tag.name == "details") return tag.closing ? "</div>" : "<div class=\"details\">";
  if (tag.name == "summary") return tag.closing ? "</p>" : "<p class=\"summary\">";
  if (tag.name == "input") return tag.attributes.find(" checked") == std::string_view::npos ? "☐" : "☑";
  return std::nullopt;
}

bool is_for_screens_only(const Tag& tag) {
  const std::string_view kind = attribute(tag, "class");
  return tag.name == "a" && !tag.closing && kind == "permalink";
}

}  // namespace

std::string for_paper(std::string_view html) {
  std::string out;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, std::max(tag->end, copied))) {
    const auto instead = on_paper(html, *tag);
    const bool leave_out = is_for_screens_only(*tag);
    if (!instead && !leave_out) continue;
    out += html.substr(copied, tag->begin - copied);
    out += instead.value_or("");
    copied = leave_out ? end_of_element(html, *tag) : tag->end;
  }
  out += html.substr(copied);
  return out;
}

}  // namespace kanon
