#include <algorithm>

#include "read/markdown_alignment.h"

namespace kanon {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLabel = 1000;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_escape(std::string_view content, std::size_t at) {
  return content[at] == '\\' && at + 1 < content.size() && is_punctuation(content[at + 1]);
}

std::size_t skip_spaces(std::string_view content, std::size_t at) {
  while (at < content.size() && is_space(content[at])) ++at;
  return at;
}

std::size_t end_of_angle_destination(std::string_view content, std::size_t at) {
  for (++at; at < content.size(); ++at) {
    if (content[at] == '>') return at + 1;
    if (content[at] == '\n' || content[at] == '<') return kNone;
    if (content[at] == '\\') ++at;
  }
  return kNone;
}

std::size_t end_of_destination(std::string_view content, std::size_t at) {
  if (at < content.size() && content[at] == '<') return end_of_angle_destination(content, at);
  int open = 0;
  while (at < content.size() && !is_space(content[at])) {
    if (is_escape(content, at)) {
      at += 2;
      continue;
    }
    if (content[at] == '(' && ++open > 32) return kNone;
    if (content[at] == ')' && open-- == 0) return at;
    ++at;
  }
  return at;
}

/// The longest title, as cmark's scanner finds it: a quote behind a backslash may or may not be its end.
std::size_t end_of_title(std::string_view content, std::size_t at) {
  if (at >= content.size()) return at;
  const char open = content[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  std::size_t end = at;
  for (std::size_t scan = at + 1; scan < content.size(); ++scan) {
    const bool escaped = content[scan - 1] == '\\' && scan - 1 > at;
    if (content[scan] == close) {
      end = scan + 1;
      if (!escaped) return end;
    } else if (content[scan] == '(' && open == '(' && !escaped) {
      return end;
    }
  }
  return end;
}

/// `(destination "title")`; kNone if it isn't one.
std::size_t end_of_inline_tail(std::string_view content, std::size_t at) {
  const std::size_t destination = end_of_destination(content, skip_spaces(content, at + 1));
  if (destination == kNone) return kNone;
  const std::size_t title = skip_spaces(content, destination);
  const std::size_t end = skip_spaces(content, title == destination ? title : end_of_title(content, title));
  return end < content.size() && content[end] == ')' ? end + 1 : kNone;
}

std::size_t end_of_label(std::string_view content, std::size_t at) {
  const std::size_t limit = std::min(content.size(), at + kLongestLabel + 2);
  for (std::size_t scan = at + 1; scan < limit; ++scan) {
    if (content[scan] == ']') return scan + 1;
    if (content[scan] == '[') return kNone;
    if (is_escape(content, scan)) ++scan;
  }
  return kNone;
}

}  // namespace

std::size_t end_of_link_tail(std::string_view content, std::size_t after_text) {
  if (after_text >= content.size()) return after_text;
  std::size_t end = kNone;
  if (content[after_text] == '(') end = end_of_inline_tail(content, after_text);
  if (content[after_text] == '[') end = end_of_label(content, after_text);
  return end == kNone ? after_text : end;
}

}  // namespace kanon
