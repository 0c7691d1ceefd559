#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fix/fix.h"
#include "resolve/suggestion.h"

namespace kanon {

/// A word that exists, in place of one that doesn't.
struct LikelyWord {
  std::string word;  ///< empty where none is near
  Certainty certainty = Certainty::likely;
};

/// The words that may have been meant by one that doesn't exist. Sure is what was meant where the only difference is
/// the case of letters, æ ø å in another spelling or `_` and blanks for `-`, and one candidate alone fits; or where one
/// is a single letter away (inserted, left out, replaced, swapped) and no other is near. Digits are never a slip:
/// `krav-3` doesn't mean `krav-2`.
class LikelyWords {
 public:
  explicit LikelyWords(const std::vector<std::string>& candidates);
  LikelyWord meant_by(std::string_view word);

 private:
  /// By how they are spoken; empty where several are spoken alike.
  std::unordered_map<std::string, std::string> spoken_;
  Suggestions suggestions_;
};

/// The same for a short list.
LikelyWord likely_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace kanon
