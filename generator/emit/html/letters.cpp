#include "emit/html/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kanon {
namespace {

/// The letter that a reader looks a term up under: upper-case, without accents but for the language's own letters; «aa»
/// is Å in Danish. Empty for what begins with no letter.
std::string letter_of(const std::string& term, Language language) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(term).trim().toUpper();
  const UChar32 first = text.char32At(0);
  if (text.isEmpty() || !u_isalpha(first)) return {};
  const bool danish = language == Language::da;
  if (danish && text.startsWith(icu::UnicodeString(u"AA"))) return "Å";
  icu::UnicodeString letter(first);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status) && !(danish && first == U'Å'))
    letter = icu::UnicodeString(apart->normalize(letter, status).char32At(0));
  std::string utf8;
  letter.toUTF8String(utf8);
  return utf8;
}

}  // namespace

void LetterGroups::add(const std::string& title, Data row) {
  std::string letter = letter_of(title, words_.language());
  if (letter != letter_) close();
  letter_ = std::move(letter);
  rows_.push_back(std::move(row));
}

DataList LetterGroups::take() {
  close();
  return std::move(groups_);
}

void LetterGroups::close() {
  if (rows_.empty()) return;
  Data group;
  put(group, "letter", letter_.empty() ? words_["other_letters"] : letter_);
  put(group, "anchor", "_letter-" + std::to_string(groups_.size() + 1));
  put(group, rows_name_, rows_);
  groups_.push_back(std::move(group));
  rows_.clear();
}

}  // namespace kanon
