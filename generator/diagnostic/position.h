#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kanon {

/// A stretch of a file's normalised text, in bytes; `end` is exclusive.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// The same for people: lines and columns count from 1, columns in code points, the end is exclusive.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where the lines of a text begin; turns byte ranges into places.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  Place place(Range range) const;
  /// The line without its line end; empty beyond the text. `line` counts from 1.
  std::string_view line(std::uint32_t line) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace kanon
