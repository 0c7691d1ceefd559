#pragma once

#include "emit/review/report.h"

namespace kanon {

/// The warnings of a report whose items are there, most important first.
std::vector<ReviewWarning> warnings_of(const ReviewReport& report);

}  // namespace kanon
