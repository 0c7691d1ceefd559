#pragma once

#include <string>
#include <vector>

#include "model/archive.h"
#include "model/parsed_file.h"

namespace kanon {

/// What a ledger.yaml says, and what is wrong with it: `broken-ledger` findings alone.
struct ReadLedger {
  std::vector<LedgerEntry> entries;  ///< those whose every field could be read, as written
  std::vector<Finding> findings;

  bool is_readable() const { return findings.empty(); }
};

/// Reads the entries of a ledger (contract, section 3). Whether they fit each other, the frozen files and the one form
/// that a ledger has is not looked at here.
ReadLedger read_ledger(const ParsedFile& file, const std::string& path);

/// A finding of another rule as one about a ledger: that it can't be read there, and how to get it back.
Finding as_broken_ledger(Finding finding);

}  // namespace kanon
