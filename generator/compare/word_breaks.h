#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace kanon {

/// A word, a mark of punctuation, or a blank of a text.
struct TextPart {
  enum class Kind { word, mark, blank };
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::word;
};

/// Finds the words of a text by Unicode's rules for Danish (UAX #29 by ICU), but for what holds together to whoever
/// reads it: «it-sikkerhed», «A.5.1», «2026-01-15», «LK-BAS-5.1» and «f.eks» are one word each.
class WordBreaks {
 public:
  WordBreaks();
  ~WordBreaks();
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;

  /// The parts of well-formed UTF-8, in order and without gaps.
  std::vector<TextPart> parts_of(std::string_view text);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace kanon
