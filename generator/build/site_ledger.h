#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "env/files.h"
#include "model/archive.h"

namespace kanon {

/// Where a site has its ledgers.
inline constexpr const char* site_ledger_path = "data/ledger.json";

/// A release as a site names it: all of its entry, or, where the site's audience may not see it, its hash alone.
struct PublishedEntry {
  std::optional<LedgerEntry> complete;
  std::string version;  ///< may be empty
  std::string previous;
  std::string entry;
};

struct PublishedLedger {
  std::string id;
  std::vector<PublishedEntry> entries;  ///< oldest first
};

/// What data/ledger.json of a site says. Nothing where it can't be understood: it was changed, or a newer version of
/// the program wrote it. Wrong use: the folder is no site, for it has no such file.
Result<std::optional<std::vector<PublishedLedger>>> read_site_ledger(const Files& files, const std::string& site);

/// 64 lower-case hexadecimal digits.
bool is_sha256(std::string_view text);

}  // namespace kanon
