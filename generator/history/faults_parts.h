#pragma once

#include <set>
#include <vector>

#include "history/faults.h"

namespace kanon {

/// What a ledger says of itself, and how much of the archive that already explains.
struct LedgerFaults {
  std::vector<Fault> faults;
  std::set<std::size_t> doubtful;  ///< positions of entries that can't be held against their folders
  std::set<Version> explained;     ///< folders without an entry, because of a fault that is told
};

/// Where the ledger does not fit itself. No faults where it could not be read: its reader has said so.
LedgerFaults faults_of_ledger(const ItemArchive& archive, const Corpus& corpus);

/// What the folders have that their entries don't say, and the other way round.
std::vector<Fault> faults_of_folders(const ItemArchive& archive, const Corpus& corpus, const LedgerFaults& ledger);

/// How a file or folder that git knows is had back as it was.
Message restore_with_git(const std::string& path);

}  // namespace kanon
