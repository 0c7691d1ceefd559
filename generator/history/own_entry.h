#pragma once

#include "model/items.h"

namespace kanon {

/// The history entry of the very version that an item is; null where it has none.
const HistoryEntry* own_entry(const Governed& item);

}  // namespace kanon
