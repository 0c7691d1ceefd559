#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/danish_words.h"

namespace kanon {

/// Something that a requirement's text lets happen again and again.
struct Recurrence {
  Range range;  ///< the words that say so, in the text
  bool says_how_often = false;
  std::string duration;  ///< as `frequency` has it (P1M), where the words mean exactly that
};

/// Tells from the words of a Danish requirement whether what it asks for recurs: because it says how often («hver
/// måned», «årligt»), or because it is a test, review, report or the like that no event and no deadline sets off.
/// States («kryptere alle data») don't recur.
class Recurrences {
 public:
  std::optional<Recurrence> find(const std::vector<Word>& words);

 private:
  std::optional<Recurrence> said(const std::vector<Word>& words);
  /// An adjective or adverb, unless it only describes a noun: «årligt», not «den daglige drift».
  std::optional<Recurrence> adjective_at(const std::vector<Word>& words, std::size_t at);
  std::optional<Recurrence> meant(const std::vector<Word>& words);

  DanishStems stems_;
};

}  // namespace kanon
