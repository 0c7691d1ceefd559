#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/version.h"
#include "model/items.h"
#include "model/located.h"

namespace kanon {

/// An entry of content/archive/<id>/ledger.yaml (contract, section 3): one release, tied to the entry before it.
struct LedgerEntry {
  Range range;  ///< of its mapping in the ledger
  Located<Version> version;
  Located<Date> date;  ///< the day of the release
  LocatedText sha256;  ///< seal_of_files() of the frozen files
  std::string source;  ///< where the source stood in the project; empty where the ledger doesn't say
  std::optional<ReleaseName> parent;
  std::vector<ReleaseName> parts;  ///< of a handbook each part's release, in order; of a catalog those it extends
  LocatedText previous;            ///< the `entry` of the entry before it; zeros for the first
  LocatedText entry;               ///< seal_of_entry() of the other fields
};

/// A file of content/archive/<id>/<version>/, by its path below that folder.
struct FrozenFile {
  std::string path;
  std::string sha256;  ///< of its bytes; empty for what can't be read as a file: a link that leaves the project, a pipe
};

/// A folder content/archive/<id>/<version>/ as it was found.
struct FrozenRelease {
  Version version;
  std::string folder;             ///< relative to the project, without `/` at its end
  std::vector<FrozenFile> files;  ///< by path, in byte order
  std::string sha256;             ///< seal_of_files() of `files`
  std::optional<FileIndex> file;  ///< its frozen source in Corpus::files, where that was read
};

/// All that the archive holds of one id: of an item that still has a source, or of one that was removed.
struct ItemArchive {
  std::string id;
  std::optional<FileIndex> ledger;      ///< nothing where the file is missing
  bool ledger_is_readable = true;       ///< false: `entries` may lack some, and its findings are the reader's
  std::vector<LedgerEntry> entries;     ///< as written: oldest first
  std::vector<FrozenRelease> releases;  ///< by version, oldest first

  const LedgerEntry* newest() const { return entries.empty() ? nullptr : &entries.back(); }
  const LedgerEntry* entry_of(const Version& version) const;      ///< null where there is none
  const FrozenRelease* release_of(const Version& version) const;  ///< null where there is none
};

/// By id.
using Archive = std::map<std::string, ItemArchive, std::less<>>;

}  // namespace kanon
