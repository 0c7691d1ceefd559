#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// Before a table of comma-separated values: without it, Excel reads æ, ø and å as something else.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

/// A field of comma-separated values (RFC 4180), quoted where it must be.
std::string csv_field(std::string_view text, char separator);

/// A text that no spreadsheet runs as a formula (OWASP, “CSV Injection”): an apostrophe stands before one that it
/// would run, and before one that has such an apostrophe of its own.
std::string disarmed(std::string_view text);
/// The text that was disarmed; any other text as it is.
std::string_view rearmed(std::string_view text);

}  // namespace kanon
