#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fix/fix.h"

namespace kanon {

/// A word that exists, in place of one that doesn't.
struct LikelyWord {
  std::string word;  ///< empty where none is near
  Certainty certainty = Certainty::likely;
};

/// What was most likely meant. Sure where the only difference is the case of letters, æ ø å in another spelling or
/// `_` and blanks for `-`, and one candidate alone fits; or where one candidate alone is a single letter away
/// (inserted, left out, replaced, swapped) and no other is near. Digits are never a slip: `krav-3` doesn't mean
/// `krav-2`.
LikelyWord likely_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kanon
