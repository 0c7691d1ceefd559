#include "history/own_entry.h"

#include <algorithm>

namespace kanon {

const HistoryEntry* own_entry(const Governed& item) {
  const auto found =
      std::ranges::find_if(item.history, [&](const HistoryEntry& entry) { return *entry.version == *item.version; });
  return found == item.history.end() ? nullptr : &*found;
}

}  // namespace kanon
