#include "compare/records.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/alignment.h"

namespace kanon {
namespace {

using Key = std::pair<RecordKind, std::string>;

bool has_order(RecordKind kind) { return kind == RecordKind::part || kind == RecordKind::appendix; }

std::map<Key, std::uint32_t> places_of(const std::vector<Record>& records) {
  std::map<Key, std::uint32_t> places;
  for (std::uint32_t i = 0; i < records.size(); ++i) places.try_emplace({records[i].kind, records[i].id}, i);
  return places;
}

/// All that a record says, its id aside.
std::string content_of(const Record& record) {
  std::string content = std::to_string(static_cast<int>(record.kind));
  for (const Field& field : record.fields) {
    content += '\x1E' + field.name;
    for (const std::string& value : field.values) content += '\x1F' + value;
  }
  return content;
}

/// The first text of a record, unless it is among the changes.
std::string about(const Record& record, const std::vector<FieldChange>& changes) {
  const auto text = std::ranges::find(record.fields, false, &Field::is_list);
  const bool is_told =
      text == record.fields.end() || std::ranges::find(changes, text->name, &FieldChange::name) != changes.end();
  return is_told || text->values.empty() ? std::string() : text->values.front();
}

class RecordComparison {
 public:
  RecordComparison(const std::vector<Record>& before, const std::vector<Record>& after)
      : before_(before), after_(after), old_of_(after.size()), found_(before.size()) {}

  std::vector<RecordChange> compare() {
    pair_by_id();
    pair_by_content();
    mark_moved();
    std::vector<RecordChange> changes;
    for (std::uint32_t i = 0; i < after_.size(); ++i) add(i, changes);
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      if (found_[i]) continue;
      changes.push_back({.kind = before_[i].kind,
                         .id = before_[i].id,
                         .fate = Fate::deleted,
                         .fields = compare_fields(before_[i].fields, {})});
    }
    return changes;
  }

 private:
  void pair_by_id() {
    const auto places = places_of(before_);
    for (std::uint32_t i = 0; i < after_.size(); ++i) {
      const auto was = places.find({after_[i].kind, after_[i].id});
      if (was != places.end() && !found_[was->second]) pair(was->second, i);
    }
  }

  void pair_by_content() {
    std::multimap<std::string, std::uint32_t> gone;
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      if (!found_[i] && !before_[i].fields.empty()) gone.emplace(content_of(before_[i]), i);
    }
    for (std::uint32_t i = 0; i < after_.size(); ++i) {
      if (old_of_[i]) continue;
      const auto was = gone.find(content_of(after_[i]));
      if (was == gone.end()) continue;
      pair(was->second, i);
      gone.erase(was);
    }
  }

  void pair(std::uint32_t before, std::uint32_t after) {
    old_of_[after] = before;
    found_[before] = true;
  }

  /// What isn't on the longest run in the old order has moved.
  void mark_moved() {
    std::vector<Anchor> order;
    for (std::uint32_t i = 0; i < after_.size(); ++i) {
      if (old_of_[i] && has_order(after_[i].kind)) order.push_back({i, *old_of_[i]});
    }
    std::vector<bool> stays(after_.size());
    for (const Anchor& anchor : longest_increasing(order)) stays[anchor.before] = true;
    moved_.resize(after_.size());
    for (const Anchor& anchor : order) moved_[anchor.before] = !stays[anchor.before];
  }

  void add(std::uint32_t i, std::vector<RecordChange>& changes) const {
    RecordChange change{.kind = after_[i].kind, .id = after_[i].id};
    if (!old_of_[i]) {
      change.fate = Fate::inserted;
      change.fields = compare_fields({}, after_[i].fields);
    } else {
      const Record& was = before_[*old_of_[i]];
      change.fields = compare_fields(was.fields, after_[i].fields);
      if (was.id != after_[i].id) change.was_id = was.id;
      if (change.fields.empty() && change.was_id.empty() && !moved_[i]) return;
      if (moved_[i]) change.fate = Fate::moved_here;
      change.about = about(after_[i], change.fields);
    }
    changes.push_back(std::move(change));
  }

  const std::vector<Record>& before_;
  const std::vector<Record>& after_;
  std::vector<std::optional<std::uint32_t>> old_of_;
  std::vector<bool> found_;
  std::vector<bool> moved_;
};

}  // namespace

std::vector<RecordChange> compare_records(const std::vector<Record>& before, const std::vector<Record>& after) {
  return RecordComparison(before, after).compare();
}

}  // namespace kanon
