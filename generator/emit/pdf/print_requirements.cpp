#include "emit/pdf/print_requirements.h"

#include <algorithm>
#include <set>

#include "base/escape.h"
#include "base/text.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

/// The id that an element is to get: its own, or the one that it shows. Empty where it is no requirement's place.
std::string_view requirement_at(std::string_view html, const Tag& tag, const std::set<std::string_view>& ids) {
  if (tag.closing) return {};
  const std::string_view own = attribute(tag, "id");
  if (!own.empty()) return ids.contains(own) ? own : std::string_view();
  if (tag.name != "th") return {};
  // The id may be a link.
  std::size_t begin = tag.end;
  if (html.substr(begin).starts_with("<a ")) begin = std::min(html.find('>', begin), html.size() - 1) + 1;
  const std::string_view shown = trim(html.substr(begin, html.find('<', begin) - begin));
  return ids.contains(shown) ? shown : std::string_view();
}

}  // namespace

std::string with_requirement_places(std::string_view html, const Catalog& catalog, const std::string& prefix) {
  std::set<std::string_view> ids;  // ids of requirements have nothing that HTML escapes
  for (const Requirement& requirement : catalog.requirements) ids.insert(*requirement.id);
  std::string out;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    const std::string_view id = requirement_at(html, *tag, ids);
    if (id.empty()) continue;
    std::string attributes(tag->attributes);
    attributes = replace_all(attributes, " id=\"" + std::string(id) + "\"", "");
    out += html.substr(copied, tag->begin - copied);
    out += "<" + std::string(tag->name) + attributes + " id=\"" + escape_html(prefix + std::string(id)) + "\">";
    copied = tag->end;
    ids.erase(id);
  }
  out += html.substr(copied);
  return out;
}

}  // namespace kanon
