#include "base/collate.h"

#include <unicode/coll.h>
#include <unicode/locid.h>

#include <memory>

namespace kanon {
namespace {

std::unique_ptr<icu::Collator> collator(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale(locale), status));
  if (U_FAILURE(status) || !made) return nullptr;
  made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  return made;
}

/// Null where ICU has no collation data: titles then stand in byte order.
const icu::Collator* collator_of(Language language) {
  static const std::unique_ptr<icu::Collator> danish = collator("da_DK");
  static const std::unique_ptr<icu::Collator> english = collator("en_GB");
  return (language == Language::da ? danish : english).get();
}

}  // namespace

int compare_titles(std::string_view a, std::string_view b, Language language) {
  if (const icu::Collator* rules = collator_of(language)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto order = rules->compareUTF8({a.data(), static_cast<int32_t>(a.size())},
                                          {b.data(), static_cast<int32_t>(b.size())}, status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS ? -1 : 1;
  }
  return a.compare(b);
}

}  // namespace kanon
