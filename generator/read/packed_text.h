#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kanon {

// Texts in a place that can't hold them as they are: an OSCAL string has no line breaks, no blanks at its ends, and is
// never empty.

/// The text with `\n`, `\t`, `\s` (blank), `\e` (nothing at all) and `\\` where it needs them.
std::string packed_text(std::string_view text);
/// The same, with every blank written as `\s`: one of several fields with blanks between.
std::string packed_field(std::string_view text);
std::string unpacked_text(std::string_view packed);
/// Fields that were packed_field() and joined with one blank; the last one may be a packed_text().
std::vector<std::string> unpacked_fields(std::string_view packed, std::size_t most);

/// Whether an OSCAL string can hold the text as it is.
bool is_oscal_string(std::string_view text);
/// Whether a text stays the same through paragraphs: lines of words with single blanks between, none empty.
bool is_plain_prose(std::string_view text);

/// Words with single blanks between, none at the ends.
std::string collapsed(std::string_view text);

}  // namespace kanon
