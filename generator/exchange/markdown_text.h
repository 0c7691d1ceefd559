#pragma once

#include <string>
#include <string_view>

namespace kanon {

// Text as Markdown shows it, character by character (CommonMark 0.31, 2.4).

/// On one line, with `between` where its lines end: in headings, lists and tables.
std::string markdown_line(std::string_view text, std::string_view between = " ");

/// As paragraphs: blank lines part them, other line ends stay.
std::string markdown_paragraphs(std::string_view text);

}  // namespace kanon
