#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "model/items.h"

namespace kanon {

/// Finds the glossary's terms in running text: whole words, in any case and in the forms that nouns of the language
/// take («risikovurderingerne», «leverandørens»); of a term of several words the last one is inflected as a noun, those
/// before it as adjectives. A term in capitals (RTO) is found in capitals alone. Half a compound with a hyphen is no
/// word. Where several terms begin at a place the longest wins.
///
/// The forms are put on the term by rule, not taken off the word by a stemmer: a stemmer gives many words of other
/// meanings the same stem («aktiv», «aktive»), and every word of every text would have to be stemmed.
class TermFinder {
 public:
  /// `terms` must outlive the finder.
  TermFinder(const std::vector<const Term*>& terms, Language language);

  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t term = 0;  ///< its place among the terms
  };
  /// The first match that begins at `from` or later, which must not be inside a word.
  std::optional<Match> find(std::string_view text, std::size_t from) const;

  const Term& term(std::uint32_t number) const { return *terms_[number]; }
  bool empty() const { return wanted_.empty(); }

 private:
  struct WantedWord {
    std::string text;          ///< in lower case, but for one in capitals
    std::string separator;     ///< between the word before and this one
    bool in_capitals = false;  ///< must be written so
  };
  struct Wanted {
    std::uint32_t term = 0;
    std::vector<WantedWord> words;
  };

  bool is_noun(const WantedWord& wanted, std::string_view word) const;
  bool is_adjective(const WantedWord& wanted, std::string_view word) const;
  std::optional<std::size_t> end_of(const Wanted& wanted, std::string_view text, std::size_t from) const;

  std::vector<const Term*> terms_;
  Language language_;
  std::vector<Wanted> wanted_;                       // the longest first
  std::vector<std::uint16_t> bucket_of_;             // by the first two bytes of a word in lower case; 0: no term
  std::vector<std::vector<std::uint32_t>> buckets_;  // places in wanted_
};

}  // namespace kanon
