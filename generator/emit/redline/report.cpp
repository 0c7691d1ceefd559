#include "emit/redline/report.h"

#include <algorithm>

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

namespace {

void tell(std::vector<FieldChange>& fields, const ToldValue& told) {
  std::vector<FieldChange> seen;
  for (FieldChange& field : fields) {
    std::vector<FieldEntry> entries;
    for (FieldEntry& entry : field.entries) {
      if (auto text = told(field.name, entry.text)) entries.push_back({entry.fate, *std::move(text)});
    }
    field.entries = std::move(entries);
    const bool differs =
        std::ranges::any_of(field.entries, [](const FieldEntry& one) { return one.fate != Fate::same; });
    if (!field.pieces.empty() || differs) seen.push_back(std::move(field));
  }
  fields = std::move(seen);
}

}  // namespace

void tell_values(ItemRedline& redline, const ToldValue& told) {
  tell(redline.fields, told);
  for (RecordChange& record : redline.records) tell(record.fields, told);
  std::erase_if(redline.records, [](const RecordChange& record) {
    return record.fate == Fate::changed && record.fields.empty() && record.was_id.empty();
  });
}

}  // namespace kanon
