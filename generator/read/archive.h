#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "diagnostic/diagnostic.h"
#include "env/files.h"
#include "model/corpus.h"
#include "read/parsers.h"

namespace kanon {

/// How much of the archive is read as text. All of its files are hashed either way.
enum class ArchiveDepth {
  newest,  ///< of each item the newest release, where its text differs from the source: for rules
  all      ///< every release: for a site
};

/// Reads content/archive/ into the corpus: ledgers, hashes, frozen sources and the items in them. A release whose files
/// don't fit its ledger entry, or that has none, always has its source read, so that a finding can point at it. What
/// can't be read of a ledger is `broken-ledger`; what is wrong in a frozen source is no finding: it was checked when it
/// was released.
Result<void> read_archive(const Files& files, Parsers& parsers, const std::string& folder, ArchiveDepth depth,
                          Corpus& corpus, std::vector<Diagnostic>& diagnostics);

}  // namespace kanon
