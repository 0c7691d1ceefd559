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

}  // namespace kanon
