#pragma once

#include "model/items.h"

namespace kanon {

/// The name that a version history and reports give the kind of a change: `new`, `updated`, `verified`.
const char* key_of(ChangeKind kind);

}  // namespace kanon
