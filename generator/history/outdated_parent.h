#pragma once

#include <optional>

#include "model/corpus.h"

namespace kanon {

/// Two releases that no longer go together: the newest of a document, and that of the document above it.
struct OutdatedParent {
  const LedgerEntry* own = nullptr;  ///< its `parent` is the release that it was released under
  const LedgerEntry* above = nullptr;
};

/// Whether a document's newest release was made under an older release of its parent than the newest (contract, section
/// 3). Nothing where it was moved under another document since, which the next release will record, or where a ledger
/// could not be read whole and may lack its newest entry.
std::optional<OutdatedParent> outdated_parent(const Corpus& corpus, const Document& document, const Document& parent);

/// Whether what the ledger says of an item can be relied on: it could be read whole, or there is none.
bool ledger_is_readable(const Corpus& corpus, const Governed& item);

}  // namespace kanon
