#include "read/html_fragment_elements.h"

#include <algorithm>
#include <array>

#include "base/escape.h"
#include "base/text.h"
#include "read/markdown_text.h"

namespace kanon {
namespace {

constexpr std::array<HtmlElement, 23> kAllowed{{
    {"abbr", HtmlModel::phrasing},
    {"b", HtmlModel::phrasing},
    {"br", HtmlModel::line_break},
    {"code", HtmlModel::phrasing},
    {"dd", HtmlModel::description},
    {"details", HtmlModel::details},
    {"div", HtmlModel::flow},
    {"dl", HtmlModel::descriptions},
    {"dt", HtmlModel::term},
    {"em", HtmlModel::phrasing},
    {"figcaption", HtmlModel::caption},
    {"figure", HtmlModel::figure},
    {"i", HtmlModel::phrasing},
    {"kbd", HtmlModel::phrasing},
    {"li", HtmlModel::list_item},
    {"ol", HtmlModel::list},
    {"p", HtmlModel::paragraph},
    {"span", HtmlModel::phrasing},
    {"strong", HtmlModel::phrasing},
    {"sub", HtmlModel::phrasing},
    {"summary", HtmlModel::summary},
    {"sup", HtmlModel::phrasing},
    {"ul", HtmlModel::list},
}};

constexpr std::array<std::string_view, 4> kHiding{"template", "svg", "math", "object"};

bool is_class_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string allowed_class(std::string_view value) {
  std::string kept;
  std::string spaced(value);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\f'; }, ' ');
  for (const std::string_view token : split(spaced, ' ')) {
    if (token.empty() || !std::all_of(token.begin(), token.end(), is_class_character)) continue;
    if (!kept.empty()) kept += ' ';
    kept += token;
  }
  return kept;
}

/// `da`, `en-GB`: subtags of one to eight letters or digits, the first of two or three letters (the form of BCP 47).
bool is_language(std::string_view value) {
  if (value.size() > 35) return false;
  bool first = true;
  for (const std::string_view part : split(value, '-')) {
    const auto alphabetic = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto alphanumeric = [&](char c) { return alphabetic(c) || (c >= '0' && c <= '9'); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), alphanumeric)) return false;
    if (first && (part.size() < 2 || part.size() > 3 || !std::all_of(part.begin(), part.end(), alphabetic))) {
      return false;
    }
    first = false;
  }
  return true;
}

bool is_whole_number(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  return !value.empty() && value.size() <= 9 &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The value as it may be published; empty: the attribute is left out.
std::string allowed_value(const HtmlAttribute& attribute, std::string_view element) {
  const std::string_view value = trim(attribute.value);
  if (attribute.name == "title") return publishable_text(value);
  if (attribute.name == "class") return allowed_class(value);
  if (attribute.name == "lang") return is_language(value) ? std::string(value) : std::string();
  if (attribute.name == "dir") {
    const std::string direction = lower_ascii(value);
    return direction == "ltr" || direction == "rtl" || direction == "auto" ? direction : std::string();
  }
  if (attribute.name == "start") return element == "ol" && is_whole_number(value) ? std::string(value) : std::string();
  return {};
}

}  // namespace

const HtmlElement* allowed_element(std::string_view name) {
  if (name.empty()) return nullptr;
  const auto* const found =
      std::find_if(kAllowed.begin(), kAllowed.end(), [&](const HtmlElement& element) { return element.name == name; });
  return found == kAllowed.end() ? nullptr : found;
}

bool hides_content(std::string_view name) {
  return is_raw_text(name) || std::find(kHiding.begin(), kHiding.end(), name) != kHiding.end();
}

std::string allowed_attributes(const HtmlToken& tag) {
  std::string kept;
  std::vector<std::string_view> seen;
  for (const HtmlAttribute& attribute : tag.attributes) {
    const std::string value = allowed_value(attribute, tag.name);
    if (value.empty() || std::find(seen.begin(), seen.end(), attribute.name) != seen.end()) continue;
    seen.push_back(attribute.name);
    kept += ' ' + attribute.name + "=\"" + escape_html(value) + '"';
  }
  return kept;
}

std::string_view event_handler(const HtmlToken& tag) {
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name.size() > 2 && attribute.name.starts_with("on")) return attribute.name;
  }
  return {};
}

}  // namespace kanon
