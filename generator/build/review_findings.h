#pragma once

#include "build/review.h"

namespace kanon {

/// The findings of the state under review, each told whether the change brought it, and those that only a comparison
/// can make: releases that were rewritten.
void add_findings(Review& review);

}  // namespace kanon
