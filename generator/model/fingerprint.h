#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// A release's fingerprint as people compare it: the first twelve digits of its `entry`, in groups of four. Empty where
/// there is no entry.
inline std::string short_fingerprint(std::string_view entry) {
  constexpr std::size_t digits = 12, group = 4;
  std::string text;
  for (std::size_t i = 0; i < digits && i < entry.size(); i += group) {
    if (!text.empty()) text += ' ';
    text += entry.substr(i, group);
  }
  return text;
}

}  // namespace kanon
