#pragma once

#include "model/items.h"
#include "read/mapping.h"

namespace kanon {

/// Reads what documents, catalogs and handbooks share: title, owner, classification, aliases, version, history,
/// approvals, the date of effect and the review interval. History entries and approvals without a readable version and
/// date are left out: no date may stand in for the one that was meant.
void read_governed(Mapping& mapping, Governed& item);

}  // namespace kanon
