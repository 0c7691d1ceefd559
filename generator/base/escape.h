#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// Text for HTML or XML content and double-quoted attributes: & < > " become references.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);
/// A URL for an attribute: bytes that no URL may hold are percent-encoded, existing escapes are kept; then
/// HTML-escaped.
std::string escape_href(std::string_view url);

}  // namespace kanon
