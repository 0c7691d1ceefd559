#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostic/position.h"

namespace kanon {

/// The lines of a Markdown body, as cmark counts them: line 1 begins at the body's first byte.
class SourceLines {
 public:
  SourceLines(std::string_view text, std::uint32_t start);

  std::string_view text() const { return text_; }
  int count() const { return static_cast<int>(starts_.size()); }
  /// The line without its line end; an empty stretch at the nearest end for numbers outside.
  Range line(int number) const;
  std::string_view line_text(int number) const;
  /// The byte that a line and column (from 1, in bytes) stand for, kept within the line.
  std::uint32_t offset(int line, int column) const;
  std::uint32_t end() const { return static_cast<std::uint32_t>(text_.size()); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

/// The text of one block as cmark's inline parser saw it — without quote marks, indentation and escaped cell borders —
/// and where in the source each of its bytes stands. cmark's own inline positions are not used: from a block's second
/// line on they count within the stripped line, and a line break inside a link shifts all that follow.
class BlockText {
 public:
  /// A text whose place isn't known: every range is the block's.
  BlockText(std::string_view content, Range block);

  /// Content made of whole lines, of which the source lines from `first` on end the same way. False if they don't.
  bool follow_lines(const SourceLines& source, int first);
  /// Content that stands within `within`; the source may have `\|` for its `|`.
  bool follow_stretch(const SourceLines& source, Range within);

  std::string_view content() const { return content_; }
  bool is_known() const { return known_; }
  Range block() const { return block_; }
  /// The source of content[begin, end).
  Range range(std::size_t begin, std::size_t end) const;

 private:
  bool follow_backwards(std::size_t begin, std::size_t end, const SourceLines& source, Range within);

  std::string_view content_;
  Range block_;
  std::vector<std::uint32_t> source_;
  bool known_ = false;
};

/// How many lines a block's content has.
int line_count(std::string_view content);
/// The cells of a table row as cmark cuts them, trimmed: a `|` behind a backslash is no border.
std::vector<Range> cells_of_row(const SourceLines& source, Range row);

}  // namespace kanon
