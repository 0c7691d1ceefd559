#pragma once

#include "model/items.h"
#include "read/mending.h"
#include "read/oscal.h"

namespace kanon {

/// What the metadata of an OSCAL catalog says of it: title, owner, version, history, approvals, classification and the
/// rest. A catalog of others gets a history that Kanon's rules hold: newest first, the version on top.
void read_oscal_metadata(const OscalCatalog& oscal, Catalog& catalog, Mending& mending);

}  // namespace kanon
