#pragma once

#include "exchange/reqif_reading.h"
#include "model/items.h"
#include "read/mending.h"

namespace kanon {

/// The catalog that a ReqIF document of another tool holds. Attributes are known by the names of the ReqIF
/// Implementation Guide, of DOORS and of Polarion. A heading at the top of the outline is a phase (each specification,
/// where there are several), one below it a theme.
Catalog foreign_reqif_catalog(const ReqifDocument& document, Mending& mending);

}  // namespace kanon
