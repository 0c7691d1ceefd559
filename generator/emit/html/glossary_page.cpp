#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "emit/html/page_parts.h"

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

void add_glossary(Data& data, const PageParts& parts) {
  DataList groups;
  DataList terms;
  std::string letter;
  const auto close = [&] {
    if (terms.empty()) return;
    Data group;
    put(group, "letter", letter.empty() ? parts.words["other_letters"] : letter);
    put(group, "anchor", "_letter-" + std::to_string(groups.size() + 1));
    put(group, "terms", terms);
    groups.push_back(std::move(group));
    terms.clear();
  };
  for (const Term* term : parts.view().terms()) {
    const std::string of_term = letter_of(term->term, parts.view().language());
    if (of_term != letter) close();
    letter = of_term;
    terms.push_back(term_row(*term, RowIds::given));
  }
  close();
  put(data, "groups", groups);
}

}  // namespace kanon
