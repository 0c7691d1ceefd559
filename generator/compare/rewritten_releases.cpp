#include "compare/consequences_parts.h"

namespace kanon {

std::vector<RewrittenRelease> rewritten_releases(const Archive& before, const Archive& after) {
  std::vector<RewrittenRelease> rewritten;
  using Kind = RewrittenRelease::Kind;
  for (const auto& [id, old] : before) {
    if (old.entries.empty()) continue;
    const auto found = after.find(id);
    if (found == after.end() || (found->second.entries.empty() && found->second.releases.empty())) {
      rewritten.push_back({Kind::ledger_removed, id, std::nullopt});
      continue;
    }
    const ItemArchive& present = found->second;
    for (const LedgerEntry& entry : old.entries) {
      const LedgerEntry* kept = present.entry_of(*entry.version);
      const FrozenRelease* old_files = old.release_of(*entry.version);
      const FrozenRelease* files = present.release_of(*entry.version);
      if (kept == nullptr) {
        rewritten.push_back({Kind::entry_removed, id, *entry.version});
      } else if (*kept->entry != *entry.entry) {
        rewritten.push_back({Kind::entry_changed, id, *entry.version});
      } else if (old_files != nullptr && (files == nullptr || files->sha256 != old_files->sha256)) {
        rewritten.push_back({Kind::files_changed, id, *entry.version});
      }
    }
  }
  return rewritten;
}

}  // namespace kanon
