#include "emit/pdf/print_text.h"

#include <algorithm>
#include <optional>

#include "emit/pdf/tags.h"

namespace kanon {

bool brings_numbers(const std::vector<Heading>& headings) {
  return std::ranges::any_of(
      headings, [](const Heading& h) { return !h.title.empty() && h.title.front() >= '0' && h.title.front() <= '9'; });
}

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

/// What an element of the site becomes on paper, where nothing can be clicked open or ticked. Nothing: it stays.
std::optional<std::string> on_paper(const Tag& tag) {
  if (tag.name == "details") return tag.closing ? "</div>" : "<div class=\"details\">";
  if (tag.name == "summary") return tag.closing ? "</p>" : "<p class=\"summary\">";
  if (tag.name == "input") return tag.attributes.find(" checked") == std::string_view::npos ? "☐" : "☑";
  return std::nullopt;
}

bool is_for_screens_only(const Tag& tag) {
  const std::string_view kind = attribute(tag, "class");
  return tag.name == "a" && !tag.closing && (kind == "permalink" || kind == "footnote-back");
}

}  // namespace

std::string for_paper(std::string_view html) {
  std::string out;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, std::max(tag->end, copied))) {
    const auto instead = on_paper(*tag);
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
