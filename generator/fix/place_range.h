#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostic/position.h"

namespace kanon {

/// The way back from a finding's place to the bytes of a text.
class PlaceRanges {
 public:
  explicit PlaceRanges(std::string_view text);
  Range range(const Place& place) const;

 private:
  std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace kanon
