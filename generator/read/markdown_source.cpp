#include "read/markdown_source.h"

#include <algorithm>

namespace kanon {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && is_space(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_space(text[range.end - 1])) --range.end;
  return range;
}

}  // namespace

SourceLines::SourceLines(std::string_view text, std::uint32_t start) : text_(text) {
  std::uint32_t at = std::min(start, end());
  while (true) {
    starts_.push_back(at);
    const std::size_t line_end = text_.find('\n', at);
    if (line_end == std::string_view::npos || line_end + 1 == text_.size()) break;
    at = static_cast<std::uint32_t>(line_end + 1);
  }
}

Range SourceLines::line(int number) const {
  if (number < 1) return {starts_.front(), starts_.front()};
  if (number > count()) return {end(), end()};
  const std::uint32_t begin = starts_[static_cast<std::size_t>(number) - 1];
  return {begin, static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()))};
}

std::string_view SourceLines::line_text(int number) const {
  const Range range = line(number);
  return text_.substr(range.begin, range.end - range.begin);
}

std::uint32_t SourceLines::offset(int line_number, int column) const {
  const Range range = line(line_number);
  return std::min(range.begin + static_cast<std::uint32_t>(std::max(column, 1) - 1), range.end);
}

BlockText::BlockText(std::string_view content, Range block) : content_(content), block_(block) {}

bool BlockText::follow_lines(const SourceLines& source, int first) {
  source_.assign(content_.size() + 1, block_.begin);
  known_ = true;
  std::size_t begin = 0;
  for (int line = first; begin < content_.size() && known_; ++line) {
    const std::size_t end = std::min(content_.find('\n', begin), content_.size());
    const Range within = source.line(line);
    known_ = line >= 1 && line <= source.count() && follow_backwards(begin, end, source, within);
    source_[end] = within.end;
    begin = end + 1;
  }
  return known_;
}

bool BlockText::follow_stretch(const SourceLines& source, Range within) {
  source_.assign(content_.size() + 1, block_.begin);
  known_ = follow_backwards(0, content_.size(), source, within);
  return known_;
}

bool BlockText::follow_backwards(std::size_t begin, std::size_t end, const SourceLines& source, Range within) {
  const std::string_view text = source.text();
  std::uint32_t at = within.end;
  while (end > begin && is_space(content_[end - 1])) {
    if (within.begin == within.end) return false;
    source_[--end] = within.end - 1;
  }
  while (at > within.begin && is_space(text[at - 1])) --at;
  source_[end] = at;
  while (end > begin) {
    if (at == within.begin) return false;
    const char wanted = content_[end - 1];
    const char found = text[at - 1];
    const bool border_was_escaped = end < content_.size() && (content_[end] == '|' || content_[end] == '\\');
    if (wanted == found) {
      source_[--end] = --at;
    } else if (wanted == ' ' && found == '\t') {
      source_[--end] = at - 1;  // what is left of a tab, after indentation took a part of it
    } else if (found == '\\' && border_was_escaped) {
      --at;
    } else {
      return false;
    }
  }
  return true;
}

Range BlockText::range(std::size_t begin, std::size_t end) const {
  if (!known_ || begin >= end || end > content_.size()) {
    if (!known_ || begin > content_.size()) return block_;
    return {source_[begin], source_[begin]};
  }
  // A line's last character ends where it ends, not where the next line's content begins.
  return {source_[begin], std::max(source_[begin], source_[end - 1] + (content_[end - 1] == '\n' ? 0U : 1U))};
}

int line_count(std::string_view content) {
  while (content.ends_with('\n')) content.remove_suffix(1);
  return 1 + static_cast<int>(std::count(content.begin(), content.end(), '\n'));
}

std::vector<Range> cells_of_row(const SourceLines& source, Range row) {
  const std::string_view text = source.text();
  std::vector<Range> cells;
  std::uint32_t at = row.begin;
  if (at < row.end && text[at] == '|') ++at;
  while (at < row.end) {
    std::uint32_t border = at;
    while (border < row.end && (text[border] != '|' || (border > at && text[border - 1] == '\\'))) ++border;
    const Range cell = trimmed(text, {at, border});
    const bool trailing = border == row.end && cell.begin == cell.end;
    if (!trailing) cells.push_back(cell);
    at = border + 1;
  }
  return cells;
}

}  // namespace kanon
