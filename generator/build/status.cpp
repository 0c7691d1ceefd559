#include "build/status.h"

#include <algorithm>
#include <tuple>

#include "build/status_parts.h"

namespace kanon {

std::vector<Message> turn_of(const std::string& name) {
  if (name.empty()) return {};
  return {Message{name, name}};
}

std::vector<Message> turn_of_owner(const Config& config, const Governed& item) {
  return turn_of(item.owner.empty() ? config.publisher : item.owner);
}

DueItem due_item(const StatusRun& run, DueKind kind, const Governed& item) {
  DueItem due;
  due.kind = kind;
  due.id = *item.id;
  due.title = *item.title;
  due.path = run.corpus().files[item.file].path;
  due.turn = turn_of_owner(run.config(), item);
  return due;
}

std::vector<DueItem> status_of(const CheckedProject& checked, Date today, Horizon horizon) {
  std::vector<DueItem> items;
  const StatusRun run{checked, today, horizon, items};
  add_reviews(run);
  add_versions_in_the_making(run);
  add_upcoming_versions(run);
  add_documents_under_newer_parents(run);
  add_dispensations(run);
  add_applicants(run);
  add_missing_evaluations(run);
  const auto order = [](const DueItem& item) {
    return std::make_tuple(!item.due.has_value(), item.due.value_or(Date()), std::string_view(item.id), item.kind,
                           std::string_view(item.what.en));
  };
  std::ranges::sort(items, {}, order);
  return items;
}

}  // namespace kanon
