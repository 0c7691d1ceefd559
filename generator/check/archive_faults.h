#pragma once

#include "check/rule.h"
#include "history/faults.h"

namespace kanon {

/// Reports the faults of one kind in every item's archive.
void report_faults(const CheckInput& input, Fault::Kind kind, Reporter& reporter);

}  // namespace kanon
