#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kanon {

/// How many bytes of UTF-8 one cell is given. Excel's cells take 32,767 UTF-16 units, of which a text has at most as
/// many as bytes; escapes make it at most twice as long.
inline constexpr std::size_t most_in_cell = 15'000;

/// Where a text can be cut after at most `most` bytes: not within a code point.
std::size_t cell_end(std::string_view text, std::size_t most);
/// A text as its cell shows it: cut where it is too long.
std::string shown_in_cell(const std::string& text);

/// `_x000A_` stands for a character in a workbook (ECMA-376 part 1, 22.9.2.19): one that is meant as it stands has its
/// first `_` escaped.
std::string escaped_cell(std::string_view text);
/// With the characters that the escapes stand for, and every line end a line feed.
std::string unescaped_cell(std::string_view text);

}  // namespace kanon
