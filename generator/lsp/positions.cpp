#include "lsp/positions.h"

#include <algorithm>

namespace kanon::lsp {
namespace {

/// How many bytes the character that begins with this byte has.
std::size_t width(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first < 0xE0U) return 2;
  return first < 0xF0U ? 3 : 4;
}

std::uint32_t units(std::size_t bytes, Encoding encoding) {
  if (encoding == Encoding::utf8) return static_cast<std::uint32_t>(bytes);
  return bytes == 4 ? 2 : 1;
}

}  // namespace

TextLines::TextLines(std::string_view text, Encoding encoding) : text_(text), encoding_(encoding), starts_{0} {
  for (std::size_t i = text.find_first_of("\r\n"); i != std::string_view::npos; i = text.find_first_of("\r\n", i + 1)) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::uint32_t TextLines::offset(Position position) const {
  if (position.line >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
  std::size_t at = starts_[position.line];
  std::uint32_t passed = 0;
  while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') {
    const std::size_t bytes = width(static_cast<unsigned char>(text_[at]));
    passed += units(bytes, encoding_);
    if (passed > position.character) break;
    at += std::min(bytes, text_.size() - at);
  }
  return static_cast<std::uint32_t>(at);
}

Position TextLines::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin() - 1);
  std::uint32_t character = 0;
  for (std::size_t at = starts_[line]; at < offset;) {
    const std::size_t bytes = width(static_cast<unsigned char>(text_[at]));
    character += units(bytes, encoding_);
    at += bytes;
  }
  return {line, character};
}

Json TextLines::range(Range range) const {
  return {{"start", to_json(position(range.begin))}, {"end", to_json(position(std::max(range.begin, range.end)))}};
}

Json to_json(Position position) { return {{"line", position.line}, {"character", position.character}}; }

std::optional<Position> position_at(const Json& object, std::initializer_list<std::string_view> path) {
  const Json* found = member(object, path);
  if (found == nullptr) return std::nullopt;
  const auto line = number_at(*found, {"line"});
  const auto character = number_at(*found, {"character"});
  if (!line || !character) return std::nullopt;
  return Position{*line, *character};
}

}  // namespace kanon::lsp
