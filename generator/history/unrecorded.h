#pragma once

#include <optional>
#include <string>

#include "model/corpus.h"

namespace kanon {

/// Where a source differs from its newest release.
struct Difference {
  Range range;             ///< in the source: the first line that differs
  std::string local_file;  ///< the local file that differs, where the text itself does not
};

/// The first difference between an item's source and its newest release: the text after BOM and line ends are evened
/// out, but for `aliases`, then the local files that it uses. Nothing where they are the same, and for an item without
/// a readable release.
std::optional<Difference> difference_from_newest_release(const Corpus& corpus, const Governed& item);

/// The newest version that the ledger of an item names; null where it was never released.
const LedgerEntry* newest_release(const Corpus& corpus, const Governed& item);

}  // namespace kanon
