#include "emit/pdf/tags.h"

namespace kanon {

std::optional<Tag> next_tag(std::string_view html, std::size_t from) {
  const std::size_t begin = html.find('<', from);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t close = html.find('>', begin);
  if (close == std::string_view::npos) return std::nullopt;
  Tag tag;
  tag.begin = begin;
  tag.end = close + 1;
  std::string_view inside = html.substr(begin + 1, close - begin - 1);
  tag.closing = inside.starts_with('/');
  if (tag.closing) inside.remove_prefix(1);
  const std::size_t name_end = inside.find_first_of(" \n/");
  tag.name = inside.substr(0, name_end);
  if (name_end != std::string_view::npos) tag.attributes = inside.substr(name_end);
  return tag;
}

std::string_view attribute(const Tag& tag, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const std::size_t at = tag.attributes.find(opening);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = tag.attributes.substr(at + opening.size());
  return rest.substr(0, rest.find('"'));
}

std::size_t end_of_element(std::string_view html, const Tag& open) {
  std::size_t depth = 1;
  std::size_t at = open.end;
  while (const auto tag = next_tag(html, at)) {
    at = tag->end;
    if (tag->name != open.name) continue;
    depth = tag->closing ? depth - 1 : depth + 1;
    if (depth == 0) return at;
  }
  return html.size();
}

std::string without_tags(std::string_view html) {
  std::string text;
  std::size_t at = 0;
  while (const auto tag = next_tag(html, at)) {
    text.append(html.substr(at, tag->begin - at));
    at = tag->end;
  }
  text.append(html.substr(at));
  return text;
}

}  // namespace kanon
