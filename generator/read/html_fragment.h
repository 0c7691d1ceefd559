#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// An attribute as written: the name in lower case, the value with character references decoded.
struct HtmlAttribute {
  std::string name;
  std::string value;
};

/// A piece of raw HTML. Comments, CDATA sections, processing instructions, doctypes and malformed end tags make no
/// token: a browser shows nothing of them. Neither does what stands in script, style and other elements that hold no
/// markup.
struct HtmlToken {
  enum class Kind {
    text,       ///< name: the text, character references decoded
    start_tag,  ///< name, attributes
    end_tag,    ///< name
    broken_tag  ///< name; a start tag without its `>`. The text from `<` on follows as ordinary tokens
  };
  Kind kind{};
  std::size_t begin = 0;  ///< in the fragment, in bytes
  std::size_t end = 0;
  std::string name;  ///< lower case
  std::vector<HtmlAttribute> attributes;
  bool closes_itself = false;  ///< written `<name/>`
};

/// Cuts a stretch of HTML into tokens the way a browser does (WHATWG HTML, 13.2.5 Tokenization), as far as that matters
/// to what may be published. Takes any bytes, in linear time. `inside`: an element without markup that an earlier
/// fragment opened.
std::vector<HtmlToken> html_tokens(std::string_view fragment, std::string_view inside = {});
/// Whether what stands inside the element is no markup up to its end tag (WHATWG HTML: raw text, escapable raw text,
/// plaintext).
bool is_raw_text(std::string_view element);
/// Where the first end tag of the element begins; npos if there is none. Letters of either case.
std::size_t find_end_tag(std::string_view html, std::string_view element, std::size_t from = 0);

/// The text with character references decoded (WHATWG HTML, those that end in `;`).
std::string decoded_references(std::string_view text);

}  // namespace kanon
