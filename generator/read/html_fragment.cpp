#include "read/html_fragment.h"

#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::array<std::string_view, 10> kRawText{"script",  "style",    "textarea", "title", "iframe",
                                                    "noembed", "noframes", "noscript", "xmp",   "plaintext"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view fragment) : html_(fragment) {}

  std::vector<HtmlToken> tokens(std::string_view inside) {
    if (!inside.empty()) skip_raw_text(inside);
    while (at_ < html_.size()) {
      if (html_[at_] != '<' || !read_markup()) ++at_;
    }
    flush_text(html_.size());
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0'; }

  /// What stands at a `<`; false if it is but text.
  bool read_markup() {
    const char next = peek(1);
    if (is_letter(next)) return read_start_tag();
    if (next == '/' && is_letter(peek(2))) return read_end_tag();
    if (next == '!' || next == '?' || (next == '/' && peek(2) != '\0')) return skip_hidden();
    return false;
  }

  /// Comments and whatever browsers treat as one.
  bool skip_hidden() {
    const std::string_view rest = html_.substr(at_);
    std::size_t length = 0;
    if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
      length = rest.find('>') + 1;
    } else if (rest.starts_with("<!--")) {
      length = end_of_comment();
    } else if (rest.starts_with("<![CDATA[")) {
      length = end_of(rest, "]]>");
    } else if (rest.starts_with("<?")) {
      length = end_of(rest, "?>");
    } else {
      length = end_of(rest, ">");
    }
    flush_text(at_);
    at_ += length;
    text_from_ = at_;
    return true;
  }

  static std::size_t end_of(std::string_view rest, std::string_view mark) {
    const std::size_t found = rest.find(mark);
    return found == std::string_view::npos ? rest.size() : found + mark.size();
  }

  std::size_t end_of_comment() const {
    for (std::size_t dashes = html_.find("--", at_ + 4); dashes != std::string_view::npos;
         dashes = html_.find("--", dashes + 1)) {
      if (html_.substr(dashes).starts_with("-->")) return dashes + 3 - at_;
      if (html_.substr(dashes).starts_with("--!>")) return dashes + 4 - at_;
    }
    return html_.size() - at_;
  }

  bool read_end_tag() {
    // Attributes of an end tag mean nothing, but a `>` in one of their quotes doesn't end it.
    std::size_t scan = at_ + 2;
    const std::string name = read_name(scan);
    HtmlToken ignored;
    const std::size_t end = read_attributes(scan, ignored);
    if (end == std::string_view::npos) return false;
    flush_text(at_);
    tokens_.push_back({HtmlToken::Kind::end_tag, at_, end, name, {}, false});
    text_from_ = at_ = end;
    return true;
  }

  bool read_start_tag() {
    HtmlToken tag{HtmlToken::Kind::start_tag, at_, 0, {}, {}, false};
    std::size_t scan = at_ + 1;
    tag.name = read_name(scan);
    const std::size_t end = read_attributes(scan, tag);
    flush_text(at_);
    if (end == std::string_view::npos) {
      tokens_.push_back({HtmlToken::Kind::broken_tag, at_, scan, tag.name, {}, false});
      text_from_ = at_;
      return false;
    }
    tag.end = end;
    text_from_ = at_ = end;
    if (is_raw_text(tag.name)) skip_raw_text(tag.name);
    tokens_.push_back(std::move(tag));
    return true;
  }

  void skip_raw_text(std::string_view element) {
    const std::size_t end = element == "plaintext" ? html_.size() : find_end_tag(html_, element, at_);
    text_from_ = at_ = std::min(end, html_.size());
  }

  std::string read_name(std::size_t& scan) const {
    const std::size_t begin = scan;
    while (scan < html_.size() && !is_space(html_[scan]) && html_[scan] != '/' && html_[scan] != '>') ++scan;
    return lower_ascii(html_.substr(begin, scan - begin));
  }

  /// From behind the name to behind the `>`; npos where there is none. Places from which an earlier tag found none are
  /// remembered: that keeps thousands of unfinished tags linear.
  std::size_t read_attributes(std::size_t scan, HtmlToken& tag) {
    if (hopeless_.empty()) hopeless_.resize(html_.size() + 1);
    std::vector<std::size_t> passed;
    while (scan < html_.size() && !hopeless_[scan]) {
      passed.push_back(scan);
      const char c = html_[scan];
      if (c == '>') return scan + 1;
      if (is_space(c) || c == '/') {
        tag.closes_itself = html_.substr(scan).starts_with("/>");
        ++scan;
      } else {
        tag.attributes.push_back(read_attribute(scan));
      }
    }
    for (const std::size_t place : passed) hopeless_[place] = true;
    return std::string_view::npos;
  }

  HtmlAttribute read_attribute(std::size_t& scan) const {
    const std::size_t begin = scan++;  // a `=` here belongs to the name
    while (scan < html_.size() && !is_space(html_[scan]) && html_[scan] != '/' && html_[scan] != '>' &&
           html_[scan] != '=') {
      ++scan;
    }
    HtmlAttribute attribute{lower_ascii(html_.substr(begin, scan - begin)), {}};
    std::size_t value = scan;
    while (value < html_.size() && is_space(html_[value])) ++value;
    if (value >= html_.size() || html_[value] != '=') return attribute;
    ++value;
    while (value < html_.size() && is_space(html_[value])) ++value;
    scan = value;
    attribute.value = decoded_references(read_value(scan));
    return attribute;
  }

  std::string_view read_value(std::size_t& scan) const {
    if (scan >= html_.size() || html_[scan] == '>') return {};
    const char quote = html_[scan];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++scan;
      scan = std::min(html_.find(quote, begin), html_.size());
      const std::string_view value = html_.substr(begin, scan - begin);
      if (scan < html_.size()) ++scan;
      return value;
    }
    const std::size_t begin = scan;
    while (scan < html_.size() && !is_space(html_[scan]) && html_[scan] != '>') ++scan;
    return html_.substr(begin, scan - begin);
  }

  void flush_text(std::size_t end) {
    if (end > text_from_) {
      tokens_.push_back({HtmlToken::Kind::text,
                         text_from_,
                         end,
                         decoded_references(html_.substr(text_from_, end - text_from_)),
                         {},
                         false});
    }
    text_from_ = end;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t text_from_ = 0;
  std::vector<bool> hopeless_;
  std::vector<HtmlToken> tokens_;
};

}  // namespace

std::vector<HtmlToken> html_tokens(std::string_view fragment, std::string_view inside) {
  return Tokenizer(fragment).tokens(inside);
}

bool is_raw_text(std::string_view element) {
  return std::find(kRawText.begin(), kRawText.end(), element) != kRawText.end();
}

std::size_t find_end_tag(std::string_view html, std::string_view element, std::size_t from) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::size_t behind = at + 2 + element.size();
    const bool named = lower_ascii(html.substr(at + 2, element.size())) == element;
    if (named && (behind >= html.size() || is_space(html[behind]) || html[behind] == '/' || html[behind] == '>'))
      return at;
  }
  return std::string_view::npos;
}

std::string decoded_references(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  cmark_strbuf decoded;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &decoded, 0);
  houdini_unescape_html_f(&decoded, reinterpret_cast<const std::uint8_t*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  std::string result(reinterpret_cast<const char*>(decoded.ptr), static_cast<std::size_t>(decoded.size));
  cmark_strbuf_free(&decoded);
  return result;
}

}  // namespace kanon
