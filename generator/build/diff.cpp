#include "build/diff.h"

#include <algorithm>
#include <type_traits>

#include "base/nearest.h"
#include "base/text.h"
#include "build/release.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

constexpr std::string_view source_name = "source";

/// One version of the item: where it stands, in the sources or among what was frozen.
struct VersionAt {
  Version version;
  std::optional<std::uint32_t> frozen;  ///< in FrozenItems; nothing for the source
};

/// All versions of one item, oldest first, the source last.
struct Versions {
  ItemKind kind{};
  std::string id;
  std::optional<std::uint32_t> source;  ///< in the corpus; nothing where it was removed
  bool source_is_released = false;
  std::vector<VersionAt> releases;

  std::string list() const {
    std::vector<std::string> names;
    for (const VersionAt& release : releases) names.push_back(release.version.text());
    if (source) names.emplace_back(source_name);
    return join(names, ", ");
  }
};

template <class T>
void add_releases(const Corpus& corpus, const std::vector<T>& frozen, Versions& versions) {
  const auto archive = corpus.archive.find(versions.id);
  if (archive == corpus.archive.end()) return;
  for (const LedgerEntry& entry : archive->second.entries) {
    const FrozenRelease* release = archive->second.release_of(*entry.version);
    if (release == nullptr || !release->file) continue;
    const auto item = std::ranges::find(frozen, *release->file, [](const T& one) { return one.file; });
    if (item != frozen.end())
      versions.releases.push_back({*entry.version, static_cast<std::uint32_t>(item - frozen.begin())});
  }
}

template <class T>
bool find_among(const Corpus& corpus, ItemKind kind, const std::vector<T>& living, const std::vector<T>& frozen,
                Versions& versions) {
  const auto source = std::ranges::find(living, versions.id, [](const T& item) { return *item.id; });
  if (source != living.end()) {
    versions.source = static_cast<std::uint32_t>(source - living.begin());
    versions.source_is_released = newest_release(corpus, *source) != nullptr &&
                                  newest_release(corpus, *source)->version.value == *source->version &&
                                  !difference_from_newest_release(corpus, *source);
  }
  add_releases(corpus, frozen, versions);
  versions.kind = kind;
  return versions.source || !versions.releases.empty();
}

Result<Versions> versions_of(const Corpus& corpus, const std::string& id) {
  Versions versions;
  versions.id = id;
  const bool found = find_among(corpus, ItemKind::document, corpus.documents, corpus.frozen.documents, versions) ||
                     find_among(corpus, ItemKind::catalog, corpus.catalogs, corpus.frozen.catalogs, versions) ||
                     find_among(corpus, ItemKind::handbook, corpus.handbooks, corpus.frozen.handbooks, versions);
  if (found) return versions;
  std::vector<std::string> known = all_releasable(corpus);
  for (const auto& [archived, archive] : corpus.archive) known.push_back(archived);
  const auto meant = nearest(id, known);
  return wrong_use(message("Intet dokument, kravkatalog eller håndbog har id’et «{}»",
                           "No document, catalog or handbook has the id “{}”", id),
                   meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
                         : Message{"Id’erne er filernes navne uden endelse.",
                                   "The ids are the names of the files without their endings."});
}

/// The place of a version among all: releases first, the source behind them.
Result<std::size_t> place_of(const Versions& versions, const std::string& name) {
  if (name == source_name && versions.source) return versions.releases.size();
  const auto wanted = Version::parse(name);
  const auto release =
      std::ranges::find_if(versions.releases, [&](const VersionAt& one) { return wanted && one.version == *wanted; });
  if (release != versions.releases.end()) return static_cast<std::size_t>(release - versions.releases.begin());
  const std::string list = versions.list();
  return wrong_use(message("{} har ingen version «{}»", "{} has no version “{}”", versions.id, name),
                   list.empty() ? Message{"Intet er udgivet endnu.", "Nothing is released yet."}
                                : message("Disse findes: {}. «source» er kilden, som den står.",
                                          "There are: {}. “source” is the source as it stands.", list));
}

std::size_t newest_place(const Versions& versions) {
  const bool source_is_newer = versions.source && !versions.source_is_released;
  return source_is_newer || versions.releases.empty() ? versions.releases.size() : versions.releases.size() - 1;
}

class Picker {
 public:
  Picker(const Corpus& corpus, const Versions& versions) : corpus_(corpus), versions_(versions) {}

  template <class T>
  const T& pick(std::size_t place, const std::vector<T>& living, const std::vector<T>& frozen) const {
    return place < versions_.releases.size() ? frozen[*versions_.releases[place].frozen] : living[*versions_.source];
  }

  template <class T>
  void compare(std::size_t before, std::size_t after, const std::vector<T>& living, const std::vector<T>& frozen,
               RedlineReport& report) const {
    const T& was = pick(before, living, frozen);
    const T& is = pick(after, living, frozen);
    report.title = *is.title;
    report.before = told(was, before);
    report.after = told(is, after);
    if constexpr (std::is_same_v<T, Document>)
      report.redline = compare_items(was, corpus_.parsed(was.file), is, corpus_.parsed(is.file));
    else
      report.redline = compare_items(was, is);
    report.redline.before_file = was.file;
    report.redline.after_file = is.file;
  }

 private:
  ToldVersion told(const Governed& item, std::size_t place) const {
    ToldVersion version = told_version(corpus_.config, item);
    version.is_source = place >= versions_.releases.size();
    return version;
  }

  const Corpus& corpus_;
  const Versions& versions_;
};

}  // namespace

Result<RedlineReport> diff(const CheckedProject& checked, const DiffRequest& request) {
  const Corpus& corpus = checked.corpus();
  const auto versions = versions_of(corpus, request.id);
  if (!versions) return std::unexpected(versions.error());
  std::size_t after = newest_place(*versions);
  if (!request.after.empty()) {
    const auto place = place_of(*versions, request.after);
    if (!place) return std::unexpected(place.error());
    after = *place;
  }
  std::size_t before = 0;
  if (!request.before.empty()) {
    const auto place = place_of(*versions, request.before);
    if (!place) return std::unexpected(place.error());
    before = *place;
  } else if (after == 0) {
    return wrong_use(message("{} har kun én version, så der er intet at sammenligne med",
                             "{} has one version alone, so there is nothing to compare it with", request.id),
                     {"Udgiv den med «kanon release», og begynd den næste med «kanon bump».",
                      "Release it with “kanon release”, and begin the next with “kanon bump”."});
  } else {
    before = after - 1;
  }
  RedlineReport report{.kind = versions->kind, .id = request.id};
  const Picker picker(corpus, *versions);
  if (versions->kind == ItemKind::document)
    picker.compare(before, after, corpus.documents, corpus.frozen.documents, report);
  else if (versions->kind == ItemKind::catalog)
    picker.compare(before, after, corpus.catalogs, corpus.frozen.catalogs, report);
  else
    picker.compare(before, after, corpus.handbooks, corpus.frozen.handbooks, report);
  return report;
}

}  // namespace kanon
