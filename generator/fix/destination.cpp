#include "fix/destination.h"

namespace kanon {

std::optional<Range> destination_of(const ParsedFile& parsed, const MarkdownNode& link) {
  const std::string_view destination = parsed.string(link.text);
  const std::string_view written = parsed.text().substr(link.range.begin, link.range.end - link.range.begin);
  const auto opening = written.rfind("](");
  if (destination.empty() || opening == std::string_view::npos) return std::nullopt;
  const auto at = written.find(destination, opening + 2);
  if (at == std::string_view::npos || at > opening + 3) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(link.range.begin + at);
  return Range{begin, static_cast<std::uint32_t>(begin + destination.size())};
}

}  // namespace kanon
