#pragma once

#include <optional>
#include <utility>

#include "diagnostic/position.h"

namespace kanon {

/// A value and where its file says it.
template <class T>
struct Located {
  T value{};
  Range range;

  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

template <class T>
using MaybeLocated = std::optional<Located<T>>;

/// The value alone.
template <class T>
std::optional<T> unlocated(const MaybeLocated<T>& value) {
  return value ? std::optional(value->value) : std::nullopt;
}

}  // namespace kanon
