#include "compare/vocabulary.h"

namespace kanon {

std::uint32_t Vocabulary::word(std::string_view text) {
  return words_.try_emplace(std::string(text), static_cast<std::uint32_t>(words_.size() + 1)).first->second;
}

std::uint32_t Vocabulary::format(const Format& format) {
  const auto [known, is_new] = known_formats_.try_emplace(format, static_cast<std::uint32_t>(formats_.size()));
  if (is_new) formats_.push_back(format);
  return known->second;
}

}  // namespace kanon
