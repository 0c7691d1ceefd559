#pragma once

#include "model/corpus.h"

namespace kanon {

/// Where a source says something of its versions that can't be so. Other rules don't judge what one of these explains.

/// Whether `version` is that of the newest history entry, as far as both could be read.
bool names_newest_entry(const Corpus& corpus, const Governed& item);
/// Whether the versions fall from each history entry to the one below it.
bool versions_fall(const Governed& item);
/// Whether no history entry is dated after the one above it.
bool dates_fall(const Governed& item);

/// The newest release of an item, where its ledger entry and its frozen files are as they were released; null where
/// they are not, or there is none.
const LedgerEntry* intact_newest_release(const Corpus& corpus, const Governed& item);

}  // namespace kanon
