#include "compare/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>

namespace kanon {
namespace {

using Parts = std::vector<TextPart>;

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

/// A mark that holds what stands on both sides of it together.
bool joins(std::string_view mark) {
  return mark == "-" || mark == "." || mark == "_" || mark == "@" || mark == "\u2010" || mark == "\u2011";
}

void add(Parts& parts, std::string_view text, TextPart part) {
  const std::size_t count = parts.size();
  const bool closes_a_join = part.kind == TextPart::Kind::word && count >= 2 &&
                             parts[count - 1].kind == TextPart::Kind::mark &&
                             parts[count - 2].kind == TextPart::Kind::word &&
                             joins(text.substr(parts[count - 1].begin, parts[count - 1].end - parts[count - 1].begin));
  if (closes_a_join) {
    parts.pop_back();
    parts.back().end = part.end;
    return;
  }
  const bool widens_a_blank =
      part.kind == TextPart::Kind::blank && count > 0 && parts.back().kind == TextPart::Kind::blank;
  if (widens_a_blank)
    parts.back().end = part.end;
  else
    parts.push_back(part);
}

/// Where ICU can't help: blanks alone.
Parts parts_by_blanks(std::string_view text) {
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    const bool blank = is_blank(text.substr(at, 1));
    while (end < text.size() && is_blank(text.substr(end, 1)) == blank) ++end;
    parts.push_back({at, end, blank ? TextPart::Kind::blank : TextPart::Kind::word});
    at = end;
  }
  return parts;
}

}  // namespace

struct WordBreaks::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
  UText text = UTEXT_INITIALIZER;
};

WordBreaks::WordBreaks() : iterator_(std::make_unique<Iterator>()) {
  UErrorCode status = U_ZERO_ERROR;
  iterator_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale("da"), status));
  if (U_FAILURE(status)) iterator_->words.reset();
}

WordBreaks::~WordBreaks() { utext_close(&iterator_->text); }

Parts WordBreaks::parts_of(std::string_view text) {
  if (!iterator_->words) return parts_by_blanks(text);
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&iterator_->text, text.data(), static_cast<int64_t>(text.size()), &status);
  icu::BreakIterator& words = *iterator_->words;
  words.setText(&iterator_->text, status);
  if (U_FAILURE(status)) return parts_by_blanks(text);
  Parts parts;
  std::size_t begin = 0;
  for (int32_t at = words.next(); at != icu::BreakIterator::DONE; at = words.next()) {
    const auto end = static_cast<std::size_t>(at);
    const TextPart::Kind kind = is_blank(text.substr(begin, end - begin))       ? TextPart::Kind::blank
                                : words.getRuleStatus() >= UBRK_WORD_NONE_LIMIT ? TextPart::Kind::word
                                                                                : TextPart::Kind::mark;
    add(parts, text, {begin, end, kind});
    begin = end;
  }
  return parts;
}

}  // namespace kanon
