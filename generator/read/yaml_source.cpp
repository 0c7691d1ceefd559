#include "read/yaml_source.h"

#include <algorithm>

namespace kanon {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n'; }

}  // namespace

bool YamlSource::starts_with(std::uint32_t offset, std::string_view prefix) const {
  return offset <= end_ && text_.substr(offset, end_ - offset).starts_with(prefix);
}

bool YamlSource::is_gap(std::uint32_t offset) const { return offset >= end_ || is_space(text_[offset]); }

std::uint32_t YamlSource::skip_blanks(std::uint32_t offset) const {
  while (offset < end_ && is_blank(text_[offset])) ++offset;
  return offset;
}

std::uint32_t YamlSource::skip_gaps(std::uint32_t offset) const {
  while (offset < end_) {
    if (is_space(text_[offset])) {
      ++offset;
    } else if (text_[offset] == '#' && (offset == begin_ || is_space(text_[offset - 1]))) {
      offset = line_end(offset);
    } else {
      break;
    }
  }
  return offset;
}

std::uint32_t YamlSource::skip_properties(std::uint32_t offset) const {
  while (at(offset) == '&' || at(offset) == '!') offset = skip_gaps(end_of_name(offset));
  return offset;
}

std::uint32_t YamlSource::end_of_plain(std::uint32_t offset, std::string_view value) const {
  std::uint32_t end = offset;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (offset < end_ && is_space(text_[offset])) ++offset;
    if (at(offset) != c) break;
    end = ++offset;
  }
  return end;
}

std::optional<std::uint32_t> YamlSource::end_of_quoted(std::uint32_t offset) const {
  const char quote = at(offset);
  for (++offset; offset < end_; ++offset) {
    if (quote == '"' && text_[offset] == '\\') {
      ++offset;
    } else if (text_[offset] == quote) {
      if (quote == '"' || at(offset + 1) != '\'') return offset + 1;
      ++offset;
    }
  }
  return std::nullopt;
}

std::uint32_t YamlSource::end_of_block(std::uint32_t offset, std::string_view value) const {
  const std::uint32_t header_end = line_end(offset);
  const std::uint32_t end = end_of_plain(header_end, value);
  if (end > header_end) return end;
  std::uint32_t indicator_end = offset + 1;
  while (!is_gap(indicator_end)) ++indicator_end;
  return indicator_end;
}

std::uint32_t YamlSource::end_of_name(std::uint32_t offset) const {
  const bool verbatim = starts_with(offset, "!<");
  for (++offset; !is_gap(offset); ++offset) {
    const bool ends_name = std::string_view("[]{},").find(text_[offset]) != std::string_view::npos;
    if (ends_name && !verbatim) break;
  }
  return offset;
}

std::optional<std::uint32_t> YamlSource::end_of_flow(std::uint32_t offset, char closing) const {
  offset = skip_properties(skip_gaps(offset));
  while (at(offset) == ',') offset = skip_properties(skip_gaps(offset + 1));
  if (at(offset) != closing) return std::nullopt;
  return offset + 1;
}

std::uint32_t YamlSource::line_begin(std::uint32_t offset) const {
  offset = std::min(offset, end_);
  while (offset > begin_ && text_[offset - 1] != '\n') --offset;
  return offset;
}

std::uint32_t YamlSource::line_end(std::uint32_t offset) const {
  const std::size_t found = text_.substr(0, end_).find('\n', std::min(offset, end_));
  return found == std::string_view::npos ? end_ : static_cast<std::uint32_t>(found);
}

Range YamlSource::line(std::uint32_t offset) const {
  Range words{skip_blanks(line_begin(offset)), line_end(offset)};
  words.begin = std::min(words.begin, words.end);
  while (words.end > words.begin && is_blank(text_[words.end - 1])) --words.end;
  return words;
}

}  // namespace kanon
