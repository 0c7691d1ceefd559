#include "history/in_force.h"

#include <algorithm>

namespace kanon {

std::optional<Date> in_force_from(const Governed& item) {
  if (item.effective) return **item.effective;
  std::optional<Date> newest;
  for (const Approval& approval : item.approvals) {
    if (*approval.version == *item.version && (!newest || *newest < *approval.date)) newest = *approval.date;
  }
  if (newest) return newest;
  const auto entry = std::ranges::find_if(item.history, [&](const auto& e) { return *e.version == *item.version; });
  return entry == item.history.end() ? std::nullopt : std::optional(*entry->date);
}

}  // namespace kanon
