#include "check/versions.h"

#include <algorithm>

#include "check/front_matter.h"
#include "history/unrecorded.h"
#include "model/seal.h"

namespace kanon {

bool names_newest_entry(const Corpus& corpus, const Governed& item) {
  if (item.version.range == Range{} || item.history.empty()) return true;
  // Of entries that could not be read the newest may be one.
  if (!all_were_read(corpus.parsed(item.file), "history", item.history.size())) return true;
  return *item.version == *item.history.front().version;
}

bool versions_fall(const Governed& item) {
  return std::ranges::adjacent_find(item.history, [](const HistoryEntry& upper, const HistoryEntry& lower) {
           return *lower.version >= *upper.version;
         }) == item.history.end();
}

bool dates_fall(const Governed& item) {
  return std::ranges::adjacent_find(item.history, [](const HistoryEntry& upper, const HistoryEntry& lower) {
           return *lower.date > *upper.date;
         }) == item.history.end();
}

const LedgerEntry* intact_newest_release(const Corpus& corpus, const Governed& item) {
  const LedgerEntry* entry = newest_release(corpus, item);
  if (entry == nullptr || seal_of_entry(*entry) != *entry->entry) return nullptr;
  const auto archive = corpus.archive.find(*item.id);
  if (archive == corpus.archive.end()) return nullptr;
  const FrozenRelease* release = archive->second.release_of(*entry->version);
  return release != nullptr && release->sha256 == *entry->sha256 ? entry : nullptr;
}

}  // namespace kanon
