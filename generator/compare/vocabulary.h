#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/redline.h"

namespace kanon {

/// Numbers for what two texts share: equal words have equal numbers, and equal formats.
class Vocabulary {
 public:
  Vocabulary() { format(Format{}); }

  std::uint32_t word(std::string_view text);
  std::uint32_t format(const Format& format);
  const std::vector<Format>& formats() const { return formats_; }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;
  std::map<Format, std::uint32_t> known_formats_;
  std::vector<Format> formats_;
};

}  // namespace kanon
