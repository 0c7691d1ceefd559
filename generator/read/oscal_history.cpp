#include "read/oscal_history.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/text.h"
#include "read/oscal_props.h"

namespace kanon {
namespace {

/// The parties in a role; empty where there are none.
std::string party_in(const OscalMetadata& metadata, std::string_view role) {
  for (const OscalResponsible& responsible : metadata.responsibles) {
    if (responsible.role != role) continue;
    for (const OscalParty& party : metadata.parties) {
      if (std::ranges::find(responsible.parties, party.uuid) == responsible.parties.end()) continue;
      const auto own = OwnProps(party.props).text("name");
      return own ? own->value : party.name;
    }
  }
  return {};
}

std::string owner_of(const OscalMetadata& metadata, bool is_own) {
  if (is_own) return party_in(metadata, "owner");
  for (const std::string_view role : {"owner", "creator", "publisher", "prepared-by", "contact"}) {
    if (std::string owner = party_in(metadata, role); !owner.empty()) return owner;
  }
  return {};
}

ChangeKind kind_of_change(const OwnProps& own) {
  const auto written = own.text("kind");
  if (written && written->value == "new") return ChangeKind::created;
  return written && written->value == "verified" ? ChangeKind::verified : ChangeKind::updated;
}

MaybeLocated<Date> day_of(const OscalText& first, const OscalText& second) {
  for (const OscalText* text : {&first, &second}) {
    if (const auto day = Mending::day(text->value)) return Located<Date>{*day, text->range};
  }
  return std::nullopt;
}

/// The entry that a revision is; nothing where it lacks a version or a day.
std::optional<HistoryEntry> entry_of(const OscalRevision& revision) {
  const auto version = version_in(revision.version.value);
  const MaybeLocated<Date> date = day_of(revision.published, revision.last_modified);
  if (!version || !date) return std::nullopt;
  const OwnProps own(revision.props);
  HistoryEntry entry;
  entry.range = revision.range;
  entry.version = {*version, revision.version.range};
  entry.date = *date;
  if (const auto by = own.text("by")) entry.by = by->value;
  entry.change = own.text("change").value_or(revision.remarks).value;
  entry.kind = kind_of_change(own);
  return entry;
}

void read_revisions(const OscalMetadata& metadata, bool is_own, Catalog& catalog, Mending& mending) {
  std::size_t unread = 0;
  for (const OscalRevision& revision : metadata.revisions) {
    if (auto entry = entry_of(revision)) {
      catalog.history.push_back(std::move(*entry));
    } else {
      ++unread;
    }
  }
  if (unread > 0) {
    mending.tell("revision", message("{} udgaver uden version eller dato er udeladt",
                                     "{} revisions without version or date were left out", unread));
  }
  if (is_own) return;
  std::ranges::stable_sort(catalog.history, std::greater<>{}, [](const HistoryEntry& entry) { return *entry.version; });
  const auto repeated =
      std::ranges::unique(catalog.history, {}, [](const HistoryEntry& entry) { return *entry.version; });
  catalog.history.erase(repeated.begin(), repeated.end());
}

/// The entry of the version itself, which OSCAL's revisions need not name.
void add_own_version(const OscalMetadata& metadata, Catalog& catalog, Mending& mending) {
  const Version& version = catalog.version.value;
  const bool stands =
      std::ranges::any_of(catalog.history, [&](const HistoryEntry& entry) { return *entry.version == version; });
  if (stands) return;
  const MaybeLocated<Date> date = day_of(metadata.last_modified, metadata.published);
  if (!date) {
    mending.tell("history", {"Der står ingen dato i kataloget; skriv selv versionshistorikken",
                             "There is no date in the catalog; write the version history yourself"});
    return;
  }
  HistoryEntry entry;
  entry.range = date->range == Range{} ? metadata.range : date->range;
  entry.version = catalog.version;
  entry.date = *date;
  entry.change = "Version " + version.text();
  entry.kind = catalog.history.empty() ? ChangeKind::created : ChangeKind::updated;
  std::erase_if(catalog.history, [&](const HistoryEntry& older) { return *older.version > version; });
  catalog.history.insert(catalog.history.begin(), std::move(entry));
}

void read_approvals(const OwnProps& own, Catalog& catalog) {
  for (auto& fields : own.fields("approval", 3)) {
    const auto date = Date::parse(fields[0].value);
    const auto version = Version::parse(fields[1].value);
    const Range range = fields[0].range;
    if (date && version) catalog.approvals.push_back({range, std::move(fields[2]), {*date, range}, {*version, range}});
  }
}

}  // namespace

void read_oscal_metadata(const OscalCatalog& oscal, Catalog& catalog, Mending& mending) {
  const OscalMetadata& metadata = oscal.metadata;
  const OwnProps own(metadata.props);
  const bool is_own = own.text("catalog-id").has_value();
  catalog.title = own.text("title").value_or(metadata.title);
  if (catalog.title->empty() && !is_own) {
    catalog.title = {"Kravkatalog uden titel", metadata.range};
    mending.tell("title", {"Der står ingen titel; den blev «Kravkatalog uden titel»",
                           "There is no title; it became “Kravkatalog uden titel”"});
  }
  catalog.owner = owner_of(metadata, is_own);
  catalog.classification = own.text("classification");
  catalog.aliases = own.texts("alias");
  catalog.version = {mending.version(metadata.version.value),
                     metadata.version.range == Range{} ? metadata.range : metadata.version.range};
  if (is_own && metadata.version->empty()) catalog.version = {};
  read_revisions(metadata, is_own, catalog, mending);
  if (!is_own) add_own_version(metadata, catalog, mending);
  read_approvals(own, catalog);
  if (const auto effective = own.text("effective")) {
    if (const auto date = Date::parse(effective->value)) catalog.effective = Located<Date>{*date, effective->range};
  }
  if (const auto every = own.text("review-every")) {
    if (const auto length = Duration::parse(every->value)) {
      catalog.review_every = Located<Duration>{*length, every->range};
    }
  }
}

}  // namespace kanon
