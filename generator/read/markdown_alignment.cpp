#include "read/markdown_alignment.h"

#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <string>

#include "base/text.h"

namespace kanon {
namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// A character reference at the beginning of the text: what it stands for and how long it is; length 0 if it is none.
struct Reference {
  std::string value;
  std::size_t length = 0;
};

Reference reference_at(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (!text.starts_with('&')) return {};
  const std::string_view body = text.substr(1, longest);
  cmark_strbuf decoded;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &decoded, 0);
  const bufsize_t length = houdini_unescape_ent(&decoded, reinterpret_cast<const std::uint8_t*>(body.data()),
                                                static_cast<bufsize_t>(body.size()));
  Reference reference;
  if (length > 0) {
    reference.value.assign(reinterpret_cast<const char*>(decoded.ptr), static_cast<std::size_t>(decoded.size));
    reference.length = static_cast<std::size_t>(length) + 1;
  }
  cmark_strbuf_free(&decoded);
  return reference;
}

std::string folded_label(std::string_view label) {
  std::string folded = lower_ascii(trim(label));
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  return folded;
}

}  // namespace

void InlineAlignment::seek(std::string_view wanted) {
  constexpr std::size_t farthest = 4096;  // keeps a walk that lost its way linear
  const std::size_t found = content_.substr(at_, farthest).find(wanted);
  if (found != std::string_view::npos) at_ += found;
}

void InlineAlignment::skip_blanks() {
  while (peek() == ' ' || peek() == '\t' || peek() == '\v' || peek() == '\f' || peek() == '\r') ++at_;
}

/// Takes up what the source has for the next characters of a text; gives how many these are, 0 where they differ.
std::size_t InlineAlignment::step(std::string_view literal, std::size_t done) {
  const std::string_view rest = literal.substr(done);
  const char c = peek();
  if (c == '\0') return 0;
  if (c == '\\' && is_punctuation(peek(1)) && peek(1) == rest.front()) {
    at_ += 2;
    return 1;
  }
  if (c == '&') {
    const Reference reference = reference_at(content_.substr(at_));
    if (reference.length > 0 && !reference.value.empty() && rest.starts_with(reference.value)) {
      at_ += reference.length;
      return reference.value.size();
    }
  }
  if (c != rest.front()) return 0;
  ++at_;
  return 1;
}

Range InlineAlignment::text(std::string_view literal, std::vector<UndefinedReference>& undefined) {
  if (literal.empty()) return range(at_, at_);
  const std::size_t begin = at_;
  std::size_t done = 0;
  std::size_t label_begin = std::string_view::npos;  // of an undefined reference that is being passed
  std::size_t place = 0;
  while (done < literal.size()) {
    const bool opens = at("[^") && literal.substr(done).starts_with("[^");
    if (opens) {
      label_begin = done + 2;
      place = at_;
    }
    const bool closes = peek() == ']' && literal[done] == ']' && label_begin < done;
    const std::size_t taken = step(literal, done);
    if (taken == 0) break;
    if (closes) {
      undefined.push_back({std::string(literal.substr(label_begin, done - label_begin)), range(place, at_)});
      label_begin = std::string_view::npos;
    }
    done += taken;
  }
  if (done < literal.size()) seek(literal.substr(done, 1));
  return range(begin, at_);
}

Range InlineAlignment::autolink_words(std::string_view words) {
  seek(words);
  const std::size_t begin = at_;
  if (at(words)) {
    at_ += words.size();
    return range(begin, at_);
  }
  std::vector<UndefinedReference> none;
  return text(words, none);
}

Range InlineAlignment::soft_break() {
  skip_blanks();
  seek("\n");
  const std::size_t begin = at_;
  if (peek() == '\n') ++at_;
  const Range place = range(begin, begin);
  skip_blanks();
  return place;
}

Range InlineAlignment::line_break() {
  const std::size_t begin = at_;
  if (at("\\\n")) {
    at_ += 2;
    return range(begin, begin + 1);
  }
  const Range end = soft_break();
  return {std::min(range(begin, begin).begin, end.begin), end.end};
}

Range InlineAlignment::code() {
  seek("`");
  const std::size_t begin = at_;
  while (peek() == '`') ++at_;
  const std::size_t ticks = at_ - begin;
  while (at_ < content_.size()) {
    at_ = std::min(content_.find('`', at_), content_.size());
    const std::size_t run = at_;
    while (peek() == '`') ++at_;
    if (at_ - run == ticks) break;
  }
  return range(begin, at_);
}

Range InlineAlignment::html(std::string_view literal) {
  seek(at(literal) ? literal : std::string_view("<"));
  const std::size_t begin = at_;
  at_ = at(literal) ? at_ + literal.size() : std::min(content_.size(), at_ + 1);
  return range(begin, at_);
}

Range InlineAlignment::footnote_reference(std::string_view label) {
  seek("[^");
  const std::size_t begin = at_;
  const std::string wanted = folded_label(label);
  const std::size_t first = content_.find(']', begin);
  if (first == std::string_view::npos) return range(begin, std::min(begin + 2, content_.size()));
  at_ = first + 1;
  const std::size_t exact = begin + 2 + label.size();
  if (!label.empty() && exact < content_.size() && content_[exact] == ']' &&
      folded_label(content_.substr(begin + 2, label.size())) == wanted) {
    at_ = exact + 1;
  }
  return range(begin, at_);
}

std::size_t InlineAlignment::open_delimiter(std::size_t length) {
  const std::size_t begin = at_;
  if (peek() == '*' || peek() == '_' || peek() == '~') at_ = std::min(content_.size(), at_ + length);
  return begin;
}

std::size_t InlineAlignment::close_delimiter(std::size_t length) {
  if (peek() == '*' || peek() == '_' || peek() == '~') at_ = std::min(content_.size(), at_ + length);
  return at_;
}

InlineAlignment::LinkForm InlineAlignment::form_of_link(std::string_view words) {
  if (peek() == '[') return LinkForm::bracket;
  if (peek() == '<') return LinkForm::angle;
  return !words.empty() && at(words) ? LinkForm::bare : LinkForm::bracket;
}

std::size_t InlineAlignment::open_link(LinkForm form) {
  if (form == LinkForm::bracket) seek("[");
  const std::size_t begin = at_;
  if (form != LinkForm::bare && at_ < content_.size()) ++at_;
  return begin;
}

std::size_t InlineAlignment::open_image() {
  seek("![");
  const std::size_t begin = at_;
  at_ = std::min(content_.size(), at_ + 2);
  return begin;
}

std::size_t InlineAlignment::close_link(LinkForm form) {
  if (form == LinkForm::angle) {
    seek(">");
    if (peek() == '>') ++at_;
  } else if (form == LinkForm::bracket) {
    seek("]");
    if (peek() == ']') at_ = end_of_link_tail(content_, at_ + 1);
  }
  return at_;
}

}  // namespace kanon
