#pragma once

#include <vector>

#include "emit/artifact.h"
#include "plan/site.h"

namespace kanon {

/// What other programs read of the site, as JSON (RFC 8259), of what this audience sees alone:
///
/// data/documents.json: `{"version":1,"documents":[…]}`, every document by id, as its own page shows it, with its
/// versions, newest first. What a document doesn't have is null. Addresses begin at the site's own folder.
///
/// data/ledger.json: `{"version":1,"items":[…]}`, the ledgers of documents, catalogs and handbooks by id, oldest entry
/// first, so that anyone can check the chain. An entry of which this audience sees no edition is told by its two hashes
/// alone; what came after the day that the site shows isn't there.
std::vector<Artifact> emit_site_data(const Site& site);

}  // namespace kanon
