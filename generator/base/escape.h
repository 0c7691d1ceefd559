#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// Text for HTML or XML content and double-quoted attributes: & < > " become references.
std::string escape_html(std::string_view text);
void append_escaped_html(std::string& out, std::string_view text);
/// Every byte but ASCII letters, digits and those of `kept` as %XX (RFC 3986, section 2.1).
std::string percent_encoded(std::string_view text, std::string_view kept);
/// A URL for an attribute: bytes that no URL may hold are percent-encoded, existing escapes are kept; then
/// HTML-escaped.
std::string escape_href(std::string_view url);

/// Text in running Markdown as forges show it: nothing in it is markup, a link or a mention, and it stays on its line.
std::string escape_markdown(std::string_view text);

}  // namespace kanon
