#include "exchange/cell_text.h"

#include <charconv>
#include <optional>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::size_t kEscape = 7;  // _x000A_

/// What an escape that begins here stands for; nothing where none does.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  if (text.size() - at < kEscape || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
  unsigned value = 0;
  const char* const begin = text.data() + at + 2;
  const auto [stopped, error] = std::from_chars(begin, begin + 4, value, 16);
  if (error != std::errc{} || stopped != begin + 4 || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
  return char32_t{value};
}

}  // namespace

std::size_t cell_end(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return most;
}

std::string shown_in_cell(const std::string& text) {
  constexpr std::string_view mark = "…";
  if (text.size() <= most_in_cell) return text;
  return text.substr(0, cell_end(text, most_in_cell - mark.size())).append(mark);
}

std::string escaped_cell(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (escape_at(text, at)) out += "_x005F";
    out += text[at];
  }
  return out;
}

std::string unescaped_cell(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto character = escape_at(text, at)) {
      append_utf8(out, *character);
      at += kEscape - 1;
    } else {
      out += text[at];
    }
  }
  return replace_all(std::move(out), "\r\n", "\n");
}

}  // namespace kanon
