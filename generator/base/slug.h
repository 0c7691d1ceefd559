#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// A heading's anchor: its text in NFC, lower-cased, æ→ae ø→oe å→aa, other diacritics dropped, runs of anything else a
/// single `-`, trimmed of `-`; `afsnit` if nothing is left. Repeated anchors are told apart by whoever collects them.
std::string anchor_of(std::string_view heading_text);

}  // namespace kanon
