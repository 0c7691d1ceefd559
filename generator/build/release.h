#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "build/build.h"

namespace kanon {

/// What became of one item that was to be released.
struct ReleaseOutcome {
  enum class Kind {
    released,
    unchanged,  ///< its newest release is the source as it stands
    refused
  };
  Kind kind{};
  std::string id;
  std::string path;  ///< of the source
  Version version;
  std::string fingerprint;       ///< the entry's seal; empty where nothing was released
  std::vector<Message> reasons;  ///< of a refusal, each with what to do
};

/// Freezes items and appends to their ledgers, parents before children, catalogs before those that extend them, parts
/// before handbooks. An item is refused while it has errors (in its source or its archive), lacks an approval, or its
/// parent (a handbook or catalog: a part) was never released; the others go on. Wrong use: an id that nothing released
/// has. Each item is released whole or not at all, whenever the program is stopped.
Result<std::vector<ReleaseOutcome>> release_items(Files& files, const CheckedProject& checked,
                                                  const std::string& folder, const std::vector<std::string>& ids,
                                                  Date today);

/// Every document, catalog and handbook, for `--all`.
std::vector<std::string> all_releasable(const Corpus& corpus);

}  // namespace kanon
