#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/position.h"

struct sb_stemmer;  // of libstemmer

namespace kanon {

/// A word of a running text: letters and digits with the hyphens and apostrophes inside it.
struct Word {
  Range range;        ///< in the text, in bytes
  std::string lower;  ///< in lower case, in NFC
};

std::vector<Word> words_of(std::string_view text);

/// Whether a word stands in a list of words.
template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// The stems of Danish words by Snowball's algorithm, each computed once. It cuts too much now and then («rimelig» and
/// «rim» become one, «hyppig» and «hyppighed» too), so forms of a word are told with a guard.
class DanishStems {
 public:
  DanishStems();

  const std::string& of(const std::string& lower);
  /// Whether a word is the base form or an inflection of it: «passende», «tilstrækkeligt», «relevante». A word that is
  /// only derived from it (hyppighed, nødvendigvis) or merely shares its stem (rim, gods) is none.
  bool is_form_of(const std::string& lower, const std::string& base);
  /// Whether a word is an inflection of a noun, or of a compound that ends in it: «sårbarhedsscanninger» of «scanning».
  bool is_noun(const std::string& lower, const std::string& noun);

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };

  std::unique_ptr<sb_stemmer, Close> stemmer_;  ///< null where libstemmer lacks Danish: words are then their own stems
  std::unordered_map<std::string, std::string> stems_;
};

}  // namespace kanon
