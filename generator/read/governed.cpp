#include "read/governed.h"

#include "read/item.h"

namespace kanon {
namespace {

const Form<ChangeKind>& change_kind() {
  static const Form<ChangeKind> form = choice_form<ChangeKind>(
      {{"new", ChangeKind::created}, {"updated", ChangeKind::updated}, {"verified", ChangeKind::verified}});
  return form;
}

void read_history_entry(Mapping& mapping, std::vector<HistoryEntry>& history) {
  HistoryEntry entry;
  entry.range = mapping.range();
  entry.version = mapping.required_version("version");
  entry.date = mapping.required_date("date");
  entry.by = mapping.text("by");
  entry.change = mapping.text("change");
  if (const auto kind = mapping.optional("kind", change_kind())) entry.kind = **kind;
  if (was_read(entry.version) && was_read(entry.date)) history.push_back(std::move(entry));
}

void read_approval(Mapping& mapping, std::vector<Approval>& approvals) {
  Approval approval;
  approval.range = mapping.range();
  approval.body = mapping.required_text("body", "udvalg");
  approval.date = mapping.required_date("date");
  approval.version = mapping.required_version("version");
  if (was_read(approval.body) && was_read(approval.date) && was_read(approval.version)) {
    approvals.push_back(std::move(approval));
  }
}

}  // namespace

void read_governed(Mapping& mapping, Governed& item) {
  item.title = mapping.required_text("title", "Politik for backup");
  item.owner = mapping.text("owner");
  read_classification(mapping, item);
  read_aliases(mapping, item);
  item.version = mapping.required_version("version");
  // Without any it is missing-history, a rule of its own.
  mapping.sequence("history", [&](Mapping& entry) { read_history_entry(entry, item.history); });
  mapping.sequence("approvals", [&](Mapping& approval) { read_approval(approval, item.approvals); });
  item.effective = mapping.optional_date("effective");
  item.review_every = mapping.optional_duration("review_every");
}

}  // namespace kanon
