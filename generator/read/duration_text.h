#pragma once

#include <string>

#include "base/date.h"

namespace kanon {

/// A duration as ISO 8601 writes it, `P1Y6M`, `P2W`, `P10D`: the shortest form that Duration::parse() reads as the same.
std::string iso_duration(Duration duration);

}  // namespace kanon
