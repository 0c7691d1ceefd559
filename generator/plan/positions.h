#pragma once

#include <cstdint>
#include <vector>

namespace kanon {

/// Which of a list's elements this is. The element must stand in the list itself: a copy has no position.
template <class T>
std::uint32_t position_in(const std::vector<T>& list, const T& element) {
  return static_cast<std::uint32_t>(&element - list.data());
}

}  // namespace kanon
