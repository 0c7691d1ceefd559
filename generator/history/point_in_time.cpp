#include "history/point_in_time.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "history/in_force.h"
#include "history/membership.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

constexpr Duration one_day{.months = 0, .days = 1};

Date day_before(Date day) { return Date::from_days(day.days() - std::chrono::days(one_day.days)); }

/// All editions of the items of one kind.
template <class T>
class Editions {
 public:
  Editions(const Corpus& sources, const PointInTime& point, const std::vector<T>& living, const std::vector<T>& frozen)
      : sources_(sources), point_(point), living_(living) {
    for (const T& item : frozen) by_file_.emplace(item.file, &item);
  }

  /// Leading editions in the order of their sources, those without one after them by id; then the others, newest first.
  std::vector<T> collect() {
    std::set<std::string_view> met;
    for (const T& source : living_) {
      if (met.insert(*source.id).second) add_item(*source.id, &source);
    }
    for (const auto& [id, archive] : sources_.archive) {
      if (!met.contains(id)) add_item(id, nullptr);
    }
    std::ranges::move(others_, std::back_inserter(leading_));
    return std::move(leading_);
  }

 private:
  void add_item(const std::string& id, const T* source) {
    std::vector<T> editions = releases_of(id);
    const bool was_removed = source == nullptr;
    set_standings(editions, was_removed && point_.date >= point_.today ? Standing::ended : Standing::in_force);
    std::ranges::reverse(editions);
    if (source != nullptr && shows(*source)) {
      if (point_.drafts == Drafts::written)
        std::erase_if(editions, [&](const T& edition) { return *edition.version == *source->version; });
      editions.insert(editions.begin(), *source);
      editions.front().edition = {.standing = Standing::draft, .leads = false};
    }
    const std::size_t leads = leading_one(editions);
    for (std::size_t i = 0; i < editions.size(); ++i) {
      editions[i].edition.leads = i == leads;
      // Where an item once was is said by its source alone: an old address can be added without a new version.
      if (source != nullptr) editions[i].aliases = source->aliases;
      (i == leads ? leading_ : others_).push_back(std::move(editions[i]));
    }
  }

  /// The releases of an id that there were on the day, oldest first.
  std::vector<T> releases_of(const std::string& id) const {
    std::vector<T> releases;
    const auto found = sources_.archive.find(id);
    if (found == sources_.archive.end()) return releases;
    for (const LedgerEntry& entry : found->second.entries) {
      const FrozenRelease* frozen = found->second.release_of(*entry.version);
      if (frozen == nullptr || !frozen->file) continue;
      const auto item = by_file_.find(*frozen->file);
      if (item == by_file_.end()) continue;
      const Date from = in_force_from(*item->second).value_or(*entry.date);
      if (point_.date < from && point_.date < *entry.date) continue;
      releases.push_back(*item->second);
      releases.back().edition = {.in_force_from = from,
                                 .released = *entry.date,
                                 .fingerprint = *entry.entry,
                                 .sha256 = *entry.sha256,
                                 .parent = entry.parent,
                                 .parts = entry.parts};
    }
    return releases;
  }

  /// Of those in force by their date the newest version is; the ones below it were, those above it will be.
  void set_standings(std::vector<T>& releases, Standing of_the_newest) const {
    std::optional<Date> next_from;
    bool found = false;
    for (auto at = releases.rbegin(); at != releases.rend(); ++at) {
      Edition& edition = at->edition;
      const bool has_begun = *edition.in_force_from <= point_.date;
      if (!found && !has_begun) {
        edition.standing = of_the_newest == Standing::ended ? Standing::ended : Standing::upcoming;
        continue;
      }
      edition.standing = of_the_newest == Standing::ended ? Standing::ended
                         : found                          ? Standing::superseded
                                                          : Standing::in_force;
      if (next_from && *edition.in_force_from < *next_from) edition.in_force_until = day_before(*next_from);
      if (!next_from || *edition.in_force_from < *next_from) next_from = edition.in_force_from;
      found = true;
    }
  }

  bool shows(const T& source) const {
    if (point_.drafts == Drafts::left_out) return false;
    return is_draft(source) ||
           (point_.drafts == Drafts::written && difference_from_newest_release(sources_, source).has_value());
  }

  /// Whether a source is the next version in the making.
  bool is_draft(const T& source) const {
    const LedgerEntry* newest = newest_release(sources_, source);
    return newest == nullptr || *newest->version < *source.version;
  }

  /// The one in force; else the next to come; else the draft, but for whoever writes that first. Beyond the end where
  /// an item is no more.
  std::size_t leading_one(const std::vector<T>& newest_first) const {
    std::optional<std::size_t> leads;
    const bool is_written = point_.drafts == Drafts::written && !newest_first.empty();
    if (is_written && newest_first.front().edition.standing == Standing::draft) return 0;
    for (std::size_t i = 0; i < newest_first.size(); ++i) {
      const Standing standing = newest_first[i].edition.standing;
      if (standing == Standing::in_force) return i;
      if (standing == Standing::upcoming || standing == Standing::draft) leads = i;
    }
    return leads.value_or(newest_first.size());
  }

  const Corpus& sources_;
  const PointInTime& point_;
  const std::vector<T>& living_;
  std::unordered_map<FileIndex, const T*> by_file_;
  std::vector<T> leading_, others_;
};

/// The local files of frozen sources join those of content/: an edition shows what it was released with.
void add_frozen_files(Corpus& corpus) {
  for (const auto& [id, archive] : corpus.archive) {
    for (const FrozenRelease& release : archive.releases) {
      for (const FrozenFile& file : release.files) {
        if (file.path.starts_with("files/")) corpus.other_files.push_back(release.folder + "/" + file.path);
      }
    }
  }
  std::ranges::sort(corpus.other_files);
}

std::map<std::string, std::string> known_paths(const Corpus& sources) {
  std::map<std::string, std::string> paths;
  for_each_governed(sources, [&](const auto& item) { paths.emplace(sources.files[item.file].path, *item.id); });
  for (const auto& [id, archive] : sources.archive) {
    for (const LedgerEntry& entry : archive.entries) {
      if (!entry.source.empty()) paths.emplace(entry.source, id);
    }
  }
  return paths;
}

/// A member as it was on the day. What is not known of a past day, as when an application was circulated, is not shown
/// anyway.
void set_status(Member& member, Date day) {
  if (member.status != MemberStatus::admitted && member.status != MemberStatus::left) return;
  switch (membership_on(member, day)) {
    case Membership::member:
      member.status = MemberStatus::admitted;
      break;
    case Membership::former:
      member.status = MemberStatus::left;
      break;
    case Membership::never:
      member.status = MemberStatus::applicant;
  }
}

}  // namespace

Corpus as_it_stood(const Corpus& sources, const PointInTime& point) {
  Corpus corpus = sources;
  corpus.documents = Editions(sources, point, sources.documents, sources.frozen.documents).collect();
  corpus.catalogs = Editions(sources, point, sources.catalogs, sources.frozen.catalogs).collect();
  corpus.handbooks = Editions(sources, point, sources.handbooks, sources.frozen.handbooks).collect();
  corpus.frozen = {};
  corpus.known_paths = known_paths(sources);
  add_frozen_files(corpus);
  for (Member& member : corpus.members) set_status(member, point.date);
  if (point.date < point.today) {
    std::erase_if(corpus.dispensations,
                  [&](const Dispensation& dispensation) { return point.date < *dispensation.decided; });
  }
  return corpus;
}

std::vector<std::string> never_released(const Corpus& sources) {
  std::vector<std::string> ids;
  for_each_governed(sources, [&](const auto& item) {
    if (newest_release(sources, item) == nullptr) ids.push_back(*item.id);
  });
  std::ranges::sort(ids);
  return ids;
}

}  // namespace kanon
