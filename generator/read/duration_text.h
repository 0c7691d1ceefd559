#pragma once

#include <string>

#include "base/date.h"

namespace kanon {

/// A duration as ISO 8601 writes it, in years, months, weeks and days: what Duration::parse() reads as the same.
std::string iso_duration(Duration duration);

}  // namespace kanon
