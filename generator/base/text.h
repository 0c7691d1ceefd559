#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
/// ASCII letters only.
std::string lower_ascii(std::string_view text);

/// The offset of the first byte that is no part of well-formed UTF-8 (RFC 3629) or is a NUL; nothing if all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// How many code points well-formed UTF-8 holds.
std::size_t code_points(std::string_view text);
/// Appends one code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// The text with a blank for every control character (C0, DEL and C1 of well-formed UTF-8): nothing in it steers a
/// terminal or breaks a line.
std::string printable(std::string_view text);

/// The text of a file as every later phase sees it: no BOM, every CRLF or lone CR as LF.
std::string normalised_text(std::string_view bytes);

}  // namespace kanon
