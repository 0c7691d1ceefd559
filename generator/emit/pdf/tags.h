#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kanon {

/// A tag of HTML that this program wrote itself: well-formed, names in lower case, attribute values in double quotes
/// and escaped, so that `<` always begins a tag and `>` ends it.
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< after `>`
  std::string_view name;
  std::string_view attributes;
  bool closing = false;
};

/// The first tag at or after `from`. Comments are not passed over: this program writes none.
std::optional<Tag> next_tag(std::string_view html, std::size_t from);

/// The value of an attribute as it stands, escaped; empty if there is none.
std::string_view attribute(const Tag& tag, std::string_view name);

/// Where the element that `open` begins ends: after its closing tag, or the end of the text.
std::size_t end_of_element(std::string_view html, const Tag& open);

/// The text without its tags, still escaped.
std::string without_tags(std::string_view html);

}  // namespace kanon
