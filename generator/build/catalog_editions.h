#pragma once

#include <string>
#include <vector>

#include "build/build.h"
#include "exchange/annex.h"

namespace kanon {

/// The catalog with that id as it is exported, then those it extends, as far as they are there. Without a version the
/// sources, with the fingerprint of their release where they are nothing else. With one that release, and of each
/// catalog that it extends the release that was the newest on its day, for want of any the source. A release wants a
/// project that was checked with ArchiveDepth::all. Wrong use: no such catalog, no such release.
Result<std::vector<CatalogEdition>> editions_to_export(const CheckedProject& checked, const std::string& id,
                                                       const std::string& version);

/// The PDF of an annex, by the engine that prints everything else.
Result<std::string> print_annex(Files& files, Processes& processes, const CheckedProject& checked, const Annex& annex,
                                const std::string& folder);

}  // namespace kanon
