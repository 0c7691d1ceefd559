#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace kanon {

/// One unit of calendar time, and every how many of them.
struct Frequency {
  int count = 0;
  char unit{};  ///< `Y`, `M`, `W` or `D`, as ISO 8601 has them
};
/// Of a duration in ISO 8601; nothing for what needs two units (years and months) and for any other text.
std::optional<Frequency> frequency(std::string_view duration);

/// How often, in words: «hver måned», «hver 3. måned», «én gang»; any other text as it is. ISO 8601 and `once`.
Message frequency_words(std::string_view frequency);
/// ISO 8601 or `once` of what frequency_words or a person wrote; nothing for other texts.
std::optional<std::string> frequency_of(std::string_view words);

}  // namespace kanon
