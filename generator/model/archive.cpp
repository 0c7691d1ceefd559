#include "model/archive.h"

#include <algorithm>

namespace kanon {

const LedgerEntry* ItemArchive::entry_of(const Version& version) const {
  const auto found =
      std::ranges::find_if(entries, [&](const LedgerEntry& entry) { return entry.version.value == version; });
  return found == entries.end() ? nullptr : &*found;
}

const FrozenRelease* ItemArchive::release_of(const Version& version) const {
  const auto found = std::ranges::find(releases, version, &FrozenRelease::version);
  return found == releases.end() ? nullptr : &*found;
}

}  // namespace kanon
