#include "emit/search/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::size_t longest_word = 40;
constexpr UChar32 ring_above = 0x30A;

/// Letters in lower case and digits; 0 for what is in no word.
constexpr std::array<char, 0x80> folded_ascii() {
  std::array<char, 0x80> folded{};
  for (char c = '0'; c <= '9'; ++c) folded.at(static_cast<unsigned char>(c)) = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    folded.at(static_cast<unsigned char>(c)) = c;
    folded.at(static_cast<unsigned char>(c - 'a' + 'A')) = c;
  }
  return folded;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

/// A letter without its accents.
UChar32 base_of(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !apart->getDecomposition(letter, parts)) return letter;
  return parts.char32At(0);
}

}  // namespace

bool SearchWords::next() {
  static constexpr auto folded = folded_ascii();
  while (at_ < text_.size()) {
    word_.clear();
    for (bool inside = true; inside && at_ < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < folded.size()) {
        ++at_;
        inside = folded.at(byte) != 0;
        if (inside) word_ += folded.at(byte);
        continue;
      }
      if (add_danish(byte)) continue;
      UChar32 c = 0;
      // ICU's own macro. NOLINTNEXTLINE(bugprone-inc-dec-in-conditions)
      U8_NEXT(text_.data(), at_, text_.size(), c);
      inside = c > 0 && (u_isalnum(c) || is_mark(c));
      if (inside) fold(c);
    }
    const bool is_letter = word_.size() == 1 && (word_[0] < '0' || word_[0] > '9');
    if (!word_.empty() && !is_letter && word_.size() <= longest_word) return true;
  }
  return false;
}

/// The letters that most of what isn't ASCII is made of, without asking ICU.
bool SearchWords::add_danish(unsigned char first) {
  if (first != 0xC3 || at_ + 1 >= text_.size()) return false;
  switch (static_cast<unsigned char>(text_[at_ + 1])) {
    case 0xA6:  // æ
    case 0x86:
      word_ += "ae";
      break;
    case 0xB8:  // ø
    case 0x98:
      word_ += "oe";
      break;
    case 0xA5:  // å
    case 0x85:
      word_ += "aa";
      break;
    default:
      return false;
  }
  at_ += 2;
  return true;
}

void SearchWords::fold(std::int32_t code_point) {
  if (code_point == U'ς') {
    word_ += "σ";
    return;
  }
  if (is_mark(code_point)) {
    // An å of two code points.
    if (code_point == ring_above && !word_.empty() && word_.back() == 'a') word_ += 'a';
    return;
  }
  append_utf8(word_, static_cast<char32_t>(base_of(u_tolower(code_point))));
}

}  // namespace kanon
