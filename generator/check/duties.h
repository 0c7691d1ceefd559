#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "check/danish_words.h"

namespace kanon {

/// Where a requirement's text does not begin with «Leverandøren skal» and what the supplier itself does.
struct WrongBeginning {
  enum class Kind {
    other_beginning,  ///< «Der skal …», «Data skal …», «Ved ophør skal leverandøren …»
    no_duty,          ///< «Leverandøren bør …», «Leverandøren må ikke …»
    passive           ///< «Leverandøren skal informeres»: somebody else acts
  };
  Kind kind{};
  Range range;  ///< the words that show it
};

/// Nothing for a text without words.
std::optional<WrongBeginning> wrong_beginning(const std::vector<Word>& words);

/// The words that lay duties on somebody, in order: «skal», and «må» in «må ikke» and «må kun». Those of subordinate
/// clauses («dokumentere, hvilke logs der skal gemmes») are part of the duty that they explain and are left out.
std::vector<Range> duties(std::string_view text, const std::vector<Word>& words);

}  // namespace kanon
