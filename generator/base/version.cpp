#include "base/version.h"

#include "base/text.h"

namespace kanon {

std::optional<Version> Version::parse(std::string_view text) {
  Version version;
  const auto parts = split(text, '.');
  if (parts.size() > 4) return std::nullopt;
  for (const std::string_view part : parts) {
    if (part.empty() || part.size() > 6 || (part.size() > 1 && part.front() == '0')) return std::nullopt;
    int number = 0;
    for (const char c : part) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + (c - '0');
    }
    version.numbers_.push_back(number);
  }
  version.text_ = text;
  return version;
}

}  // namespace kanon
