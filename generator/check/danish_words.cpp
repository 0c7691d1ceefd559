#include "check/danish_words.h"

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kanon {
namespace {

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }
bool is_letter_or_digit(UChar32 c) { return c >= 0 && (u_isalnum(c) || is_mark(c)); }
bool is_joint(UChar32 c) { return c == '-' || c == '\'' || c == U'’' || c == U'\u2010' || c == U'\u2011'; }

/// The letters of a word that was written with separate accents (as some systems store «å») brought together.
std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string out;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return U_FAILURE(status) ? text : out;
}

/// Cuts a text into words, code point by code point.
class WordCutter {
 public:
  explicit WordCutter(std::string_view text) : text_(text), size_(static_cast<int32_t>(text.size())) {}

  std::vector<Word> cut() {
    while (at_ < size_) {
      const int32_t begin = at_;
      const UChar32 c = next();
      if (is_letter_or_digit(c)) {
        take(c);
      } else if (!(is_joint(c) && !lower_.empty() && is_letter_or_digit(peek()))) {
        finish(begin);
      } else {
        append_utf8(lower_, c == '-' || c == '\'' ? static_cast<char32_t>(c) : c == U'’' ? U'\'' : U'-');
      }
      if (lower_.empty()) begin_ = at_;
    }
    finish(size_);
    return std::move(words_);
  }

 private:
  UChar32 next() {
    UChar32 c = 0;
    // ICU's own macro. NOLINTNEXTLINE(bugprone-inc-dec-in-conditions)
    U8_NEXT(text_.data(), at_, size_, c);
    return c;
  }
  UChar32 peek() {
    const int32_t at = at_;
    const UChar32 c = at_ < size_ ? next() : -1;
    at_ = at;
    return c;
  }

  void take(UChar32 c) {
    has_marks_ = has_marks_ || is_mark(c);
    append_utf8(lower_, static_cast<char32_t>(u_tolower(c)));
  }

  void finish(int32_t end) {
    if (lower_.empty()) return;
    words_.push_back({{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)},
                      has_marks_ ? composed(lower_) : std::move(lower_)});
    lower_.clear();
    has_marks_ = false;
  }

  std::string_view text_;
  int32_t size_;
  int32_t at_ = 0;
  int32_t begin_ = 0;
  std::string lower_;
  bool has_marks_ = false;
  std::vector<Word> words_;
};

/// Words that begin like a vague word and have its stem, and are none of its forms.
constexpr auto kStemmedTooFar = std::to_array<std::string_view>({"gods", "godset", "goder", "goderne"});
/// What makes another word of an adjective: hyppighed, nødvendigvis.
constexpr auto kDerivations = std::to_array<std::string_view>({"hed", "vis", "gør", "læg"});

/// What inflects a noun, definite and plural, with its genitive.
constexpr auto kNounEndings = std::to_array<std::string_view>(
    {"", "e", "n", "en", "et", "r", "er", "ne", "rne", "ene", "erne", "s", "ens", "ets", "ers", "rnes", "ernes"});

bool is_derived(std::string_view lower, std::string_view base) {
  const std::string_view rest = lower.substr(base.size());
  return std::ranges::any_of(kDerivations, [&](std::string_view ending) { return rest.starts_with(ending); });
}

}  // namespace

std::vector<Word> words_of(std::string_view text) { return WordCutter(text).cut(); }

void DanishStems::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

DanishStems::DanishStems() : stemmer_(sb_stemmer_new("danish", "UTF_8")) {}

const std::string& DanishStems::of(const std::string& lower) {
  const auto [known, is_new] = stems_.try_emplace(lower, lower);
  if (!is_new || !stemmer_) return known->second;
  std::vector<sb_symbol> symbols(lower.begin(), lower.end());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols.data(), static_cast<int>(symbols.size()));
  if (stem != nullptr) known->second.assign(stem, stem + sb_stemmer_length(stemmer_.get()));
  return known->second;
}

bool DanishStems::is_form_of(const std::string& lower, const std::string& base) {
  if (lower == base) return true;
  const std::string_view root = std::string_view(base).substr(0, base.size() - (base.ends_with('e') ? 1 : 0));
  if (!lower.starts_with(root) || is_derived(lower, root)) return false;
  if (std::ranges::find(kStemmedTooFar, lower) != kStemmedTooFar.end()) return false;
  const std::string& stem = of(base);
  if (of(lower) == stem) return true;
  // Snowball leaves the neuter and adverb «-t» where it can't be sure of it: effektivt.
  return lower.ends_with('t') && of(lower.substr(0, lower.size() - 1)) == stem;
}

bool DanishStems::is_noun(const std::string& lower, const std::string& noun) {
  const std::string& stem = of(noun);
  if (of(lower) == stem && lower.starts_with(stem)) return true;
  // short ones end many words that are no compounds of them: vilkår
  constexpr std::size_t shortest_head = 4;
  if (noun.size() < shortest_head) return false;
  return std::ranges::any_of(kNounEndings, [&](std::string_view ending) {
    return lower.ends_with(ending) && std::string_view(lower).substr(0, lower.size() - ending.size()).ends_with(noun);
  });
}

}  // namespace kanon
