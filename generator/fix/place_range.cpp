#include "fix/place_range.h"

namespace kanon {

PlaceRanges::PlaceRanges(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Range PlaceRanges::range(const Place& place) const {
  return {offset(place.line, place.column), offset(place.end_line, place.end_column)};
}

std::uint32_t PlaceRanges::offset(std::uint32_t line, std::uint32_t column) const {
  if (line == 0 || line > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  std::size_t at = starts_[line - 1];
  const auto is_continuation = [this](std::size_t i) {
    return (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U;
  };
  for (std::uint32_t passed = 1; passed < column && at < text_.size(); ++passed) {
    ++at;
    while (at < text_.size() && is_continuation(at)) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace kanon
