#include "emit/redline/report.h"

#include "history/own_entry.h"

namespace kanon {

ToldVersion told_version(const Config& config, const Governed& item) {
  ToldVersion told{.version = *item.version, .is_source = !item.edition.is_released()};
  if (const HistoryEntry* entry = own_entry(item)) {
    told.date = *entry->date;
    told.by = entry->by;
    told.change = entry->change;
    told.kind = entry->kind;
  }
  for (const Approval& approval : item.approvals) {
    if (*approval.version == *item.version)
      told.approvals.push_back({config.name_of_body(*approval.body), *approval.date});
  }
  return told;
}

}  // namespace kanon
