#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/corpus.h"
#include "read/parsers.h"

namespace kanon {

/// The current sources of a corpus by id: documents, catalogs and handbooks.
class CurrentSources {
 public:
  explicit CurrentSources(const Corpus& corpus);

  /// Null where the id has no source.
  const SourceFile* source_of(const std::string& id) const;

 private:
  const Corpus& corpus_;
  std::map<std::string, FileIndex> by_id_;
};

/// A file of the archive on its way into the corpus.
struct FrozenSource {
  std::string id;
  std::optional<Version> version;  ///< nothing for a ledger
  SourceFile file;                 ///< parsed where no `job` is left
  std::optional<ParseJob> job;     ///< what is still to be parsed
};

/// Whether a file of a release is its source, directly in its folder.
bool is_frozen_source(const std::string& id, const std::string& path);

/// Where a frozen source stood when it was released: as the ledger says; else where the id's source stands now; else
/// where one of its kind would stand. The path has the same ending as the frozen file.
std::string place_of(const FrozenSource& frozen, const LedgerEntry* entry, const SourceFile* current);

/// Parses what is still to be parsed, in one batch.
Result<void> parse_frozen(Parsers& parsers, std::vector<FrozenSource>& sources);

/// Puts the item of a frozen source, `corpus.files[index]`, into corpus.frozen. What its reader finds is no finding: it
/// was checked when it was released.
void read_frozen_item(const std::string& id, FileIndex index, Corpus& corpus);

}  // namespace kanon
