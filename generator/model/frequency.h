#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace kanon {

/// How often, in words: «hver måned», «hver 3. måned», «én gang»; any other text as it is. ISO 8601 and `once`.
Message frequency_words(std::string_view frequency);
/// ISO 8601 or `once` of what frequency_words or a person wrote; nothing for other texts.
std::optional<std::string> frequency_of(std::string_view words);

}  // namespace kanon
