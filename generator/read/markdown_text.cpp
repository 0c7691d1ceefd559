#include "read/markdown_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/text.h"

namespace kanon {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

/// How many bytes at `at` make up a code point that must not be published; 0 if it may.
std::size_t forbidden_at(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  const std::uint8_t second = byte_at(text, at + 1);
  const std::uint8_t third = byte_at(text, at + 2);
  const std::uint8_t fourth = byte_at(text, at + 3);
  if (lead < 0x20) return lead == '\t' || lead == '\n' ? 0 : 1;
  if (lead == 0x7F) return 1;
  if (lead == 0xC2 && second >= 0x80 && second <= 0x9F) return 2;
  if (lead == 0xEF && second == 0xBF && (third == 0xBE || third == 0xBF)) return 3;  // U+FFFE, U+FFFF
  if (lead == 0xEF && second == 0xB7 && third >= 0x90 && third <= 0xAF) return 3;    // U+FDD0–U+FDEF
  const bool last_of_plane = (second & 0x0FU) == 0x0F && third == 0xBF && (fourth == 0xBE || fourth == 0xBF);
  if (lead >= 0xF0 && lead <= 0xF4 && last_of_plane) return 4;  // U+1FFFE, U+1FFFF …
  return 0;
}

/// Whether a code point that must not be published may begin with this byte. Most do not.
bool may_be_forbidden(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xEF;
}

}  // namespace

std::string publishable_text(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  // cmark cuts the label of a footnote that spans lines by columns, in the middle of a character if need be.
  for (std::optional<std::size_t> bad = first_invalid_utf8(text); bad; bad = first_invalid_utf8(text)) {
    kept += publishable_text(text.substr(0, *bad));
    text.remove_prefix(*bad + 1);
  }
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if(text, may_be_forbidden) - text.begin());
    kept += text.substr(0, end);
    text.remove_prefix(end);
    if (text.empty()) break;
    const std::size_t forbidden = forbidden_at(text, 0);
    if (forbidden == 0) kept += text.front();
    text.remove_prefix(std::clamp<std::size_t>(forbidden, 1, text.size()));
  }
  return kept;
}

std::string quotable(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string line = publishable_text(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\t', ' ');
  std::size_t points = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool begins_code_point = (static_cast<std::uint8_t>(line[at]) & 0xC0U) != 0x80;
    if (begins_code_point && points++ == longest) return line.substr(0, at) + "…";
  }
  return line;
}

}  // namespace kanon
