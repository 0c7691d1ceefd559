#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostic/position.h"

namespace kanon {

/// Finds in the source of a YAML document where things end. yaml-cpp only says where they begin. All offsets are bytes
/// of the file's text; nothing is read beyond `end`.
class YamlSource {
 public:
  YamlSource(std::string_view text, std::uint32_t begin, std::uint32_t end) : text_(text), begin_(begin), end_(end) {}

  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  /// The character there; 0 at and beyond the end.
  char at(std::uint32_t offset) const { return offset < end_ ? text_[offset] : '\0'; }
  std::string_view part(Range range) const { return text_.substr(range.begin, range.end - range.begin); }
  bool starts_with(std::uint32_t offset, std::string_view prefix) const;
  /// Whether a blank, a line end or the end of the document stands there.
  bool is_gap(std::uint32_t offset) const;

  /// The first offset from there on that holds no space or tab.
  std::uint32_t skip_blanks(std::uint32_t offset) const;
  /// The same, passing over line ends and comments too.
  std::uint32_t skip_gaps(std::uint32_t offset) const;
  /// Past the anchors (`&name`) and tags (`!name`) before a value, and the gaps after them.
  std::uint32_t skip_properties(std::uint32_t offset) const;

  /// The end of an unquoted value, given what it says. Line ends fold, but every other character of the value stands in
  /// the source as it is, so that walking both together finds the end without knowing the indentation.
  std::uint32_t end_of_plain(std::uint32_t offset, std::string_view value) const;
  /// The end of a value in quotes; nothing if the quote is never closed.
  std::optional<std::uint32_t> end_of_quoted(std::uint32_t offset) const;
  /// The end of a value introduced by `|` or `>`, given what it says.
  std::uint32_t end_of_block(std::uint32_t offset, std::string_view value) const;
  /// The end of a name after `*`, `&` or `!`.
  std::uint32_t end_of_name(std::uint32_t offset) const;
  /// Past the bracket that closes a flow collection whose last child ended there; nothing if there is none.
  std::optional<std::uint32_t> end_of_flow(std::uint32_t offset, char closing) const;

  std::uint32_t line_begin(std::uint32_t offset) const;
  std::uint32_t line_end(std::uint32_t offset) const;
  bool same_line(std::uint32_t a, std::uint32_t b) const { return line_begin(a) == line_begin(b); }
  /// The line's words, without the blanks around them.
  Range line(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
};

}  // namespace kanon
