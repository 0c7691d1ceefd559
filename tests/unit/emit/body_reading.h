#pragma once

#include <string>
#include <string_view>

#include "emit/html/body.h"
#include "read/markdown.h"

namespace kanon {

inline ParsedFile parsed_body(std::string_view markdown) {
  ParsedFile::Parts parts;
  parts.text = markdown;
  parse_markdown(parts, 0);
  return ParsedFile::pack(parts);
}

/// A context in which every link leads where it says.
inline BodyContext plain_context(const ParsedFile& file) {
  BodyContext context;
  context.href_of = [&file](std::uint32_t node) { return std::string(file.string(file.markdown()[node].text)); };
  context.title_of = [](std::uint32_t) { return std::string("Titlen"); };
  context.embed = [](std::uint32_t) { return std::string("<!--embed-->"); };
  return context;
}

inline std::string html_of(std::string_view markdown) {
  const ParsedFile file = parsed_body(markdown);
  return write_body(file, plain_context(file));
}

}  // namespace kanon
