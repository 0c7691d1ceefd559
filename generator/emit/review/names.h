#pragma once

#include "emit/review/report.h"

namespace kanon {

// The names that reports for other programs use.
const char* name_of(ItemKind kind);
const char* name_of(Fate fate);
const char* name_of(ReviewWarningKind kind);

}  // namespace kanon
