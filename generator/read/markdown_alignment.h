#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown_source.h"

namespace kanon {

/// Text that reads like a reference to a footnote that isn't there.
struct UndefinedReference {
  std::string label;
  Range range;
};

/// Walks a block's text in step with its inline nodes and says where each stands. Each node takes up the syntax that
/// the CommonMark specification gives it; where the text doesn't show it, the walk goes on at the next place that does.
class InlineAlignment {
 public:
  explicit InlineAlignment(const BlockText& text) : text_(text), content_(text.content()) {}

  enum class LinkForm { bracket, angle, bare };

  Range text(std::string_view literal, std::vector<UndefinedReference>& undefined);
  Range soft_break();
  Range line_break();
  Range code();
  Range html(std::string_view literal);
  /// `label`: that of the definition, or empty where it isn't known.
  Range footnote_reference(std::string_view label);

  /// Where a run of `*`, `_` or `~` opens or closes; `close` gives the place behind it.
  std::size_t open_delimiter(std::size_t length);
  std::size_t close_delimiter(std::size_t length);
  std::size_t open_strikethrough() { return open_delimiter(tildes()); }
  std::size_t close_strikethrough() { return close_delimiter(tildes()); }

  /// `words`: the text of an autolink, which is how a bare one is known.
  LinkForm form_of_link(std::string_view words);
  std::size_t open_link(LinkForm form);
  std::size_t close_link(LinkForm form);
  std::size_t open_image();
  /// The words of a link that has no markup of its own around them.
  Range autolink_words(std::string_view words);

  Range range(std::size_t begin, std::size_t end) const { return text_.range(begin, end); }
  std::size_t cursor() const { return at_; }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < content_.size() ? content_[at_ + ahead] : '\0'; }
  bool at(std::string_view wanted) const { return content_.substr(at_).starts_with(wanted); }
  void seek(std::string_view wanted);
  void skip_blanks();
  std::size_t tildes() const { return peek() == '~' && peek(1) == '~' ? 2 : 1; }
  std::size_t step(std::string_view literal, std::size_t done);

  const BlockText& text_;
  std::string_view content_;
  std::size_t at_ = 0;
};

/// The place behind a link's destination or label, given the place behind the `]` of its text: `(…)`, `[…]` or nothing.
std::size_t end_of_link_tail(std::string_view content, std::size_t after_text);

}  // namespace kanon
