#include "diagnostic/position.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Place LineIndex::place(Range range) const {
  const auto where = [this](std::uint32_t offset) {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto after = std::ranges::upper_bound(starts_, offset);
    const auto line = static_cast<std::uint32_t>(after - starts_.begin());
    const std::uint32_t start = starts_[line - 1];
    const auto column = static_cast<std::uint32_t>(code_points(text_.substr(start, offset - start)) + 1);
    return std::pair(line, column);
  };
  const auto [line, column] = where(range.begin);
  const auto [end_line, end_column] = where(std::max(range.begin, range.end));
  return {line, column, end_line, end_column};
}

std::string_view LineIndex::line(std::uint32_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const std::size_t begin = starts_[line - 1];
  const std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  return text_.substr(begin, end - begin);
}

}  // namespace kanon
