#include "history/in_force.h"

#include "history/own_entry.h"

namespace kanon {

std::optional<Date> in_force_from(const Governed& item) {
  if (item.effective) return **item.effective;
  std::optional<Date> newest;
  for (const Approval& approval : item.approvals) {
    if (*approval.version == *item.version && (!newest || *newest < *approval.date)) newest = *approval.date;
  }
  if (newest) return newest;
  const HistoryEntry* entry = own_entry(item);
  return entry == nullptr ? std::nullopt : std::optional(*entry->date);
}

}  // namespace kanon
