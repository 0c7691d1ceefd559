#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace kanon {

/// Where a Danish word may be broken: byte offsets into the UTF-8 word, each before the part that goes to the next
/// line. At least three letters stay and three go. By libhyphen's patterns for Danish (Debian's hyphen-da, ISO 8859-1,
/// which the word is converted to: æ, ø and å count as the one letter they are), corrected by a list of exceptions.
/// Words of letters outside that alphabet, with digits or of fewer than seven letters stay whole.
std::vector<std::size_t> danish_breaks(std::string_view word);

/// The HTML with soft hyphens in its words. Headings, code, and text marked as of another language keep theirs; a text
/// in English has none set.
std::string hyphenated(std::string_view html, Language language);

}  // namespace kanon
