#include "base/slug.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kanon {
namespace {

bool is_combining(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// One code point of the lower-cased NFC text: Danish letters by name, other letters without their diacritics.
void append_folded(std::string& slug, UChar32 c, const icu::Normalizer2& decomposition) {
  if (c == U'æ')
    slug += "ae";
  else if (c == U'ø')
    slug += "oe";
  else if (c == U'å')
    slug += "aa";
  else if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += static_cast<char>(c);
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  } else {
    icu::UnicodeString parts;
    if (!decomposition.getDecomposition(c, parts)) parts = icu::UnicodeString(c);
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const UChar32 part = parts.char32At(i);
      if (is_combining(part)) continue;
      if ((part >= 'a' && part <= 'z') || (part >= '0' && part <= '9'))
        slug += static_cast<char>(part);
      else if (!slug.empty() && slug.back() != '-')
        slug += '-';
    }
  }
}

}  // namespace

std::string anchor_of(std::string_view heading_text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return "afsnit";
  icu::UnicodeString text = nfc->normalize(
      icu::UnicodeString::fromUTF8({heading_text.data(), static_cast<int32_t>(heading_text.size())}), status);
  text.toLower(icu::Locale::getRoot());
  // Lower-casing can decompose («İ»), so the text is brought to NFC again before it is folded.
  text = nfc->normalize(text, status);
  std::string slug;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) append_folded(slug, text.char32At(i), *nfd);
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "afsnit" : slug;
}

}  // namespace kanon
