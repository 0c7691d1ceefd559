#include "history/new_entry.h"

#include <utility>

#include "base/sha256.h"
#include "model/seal.h"

namespace kanon {

LedgerEntry next_entry(const std::vector<LedgerEntry>& before, const NewRelease& release) {
  std::vector<FrozenFile> frozen;
  for (const NewFile& file : release.files) frozen.push_back({file.path, sha256_hex(file.bytes)});
  LedgerEntry entry;
  entry.version.value = release.version;
  entry.date.value = release.date;
  entry.sha256.value = seal_of_files(frozen);
  entry.source = release.source;
  entry.parent = release.parent;
  entry.parts = release.parts;
  entry.previous.value = before.empty() ? no_entry : *before.back().entry;
  entry.entry.value = seal_of_entry(entry);
  return entry;
}

std::vector<NewFile> files_of_release(const std::vector<LedgerEntry>& before, NewRelease release) {
  std::vector<LedgerEntry> entries = before;
  entries.push_back(next_entry(before, release));
  std::vector<NewFile> files = std::move(release.files);
  for (NewFile& file : files) file.path = release.version.text() + "/" + file.path;
  files.push_back({"ledger.yaml", ledger_text(entries)});
  return files;
}

}  // namespace kanon
