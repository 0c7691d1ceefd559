#pragma once

#include "base/result.h"
#include "exchange/reqif_reading.h"
#include "model/items.h"
#include "read/mending.h"

namespace kanon {

/// The catalog of a ReqIF document. What Kanon wrote comes back as it was; of others, headings become phases and
/// themes, and every object with a text a requirement.
Result<Catalog> catalog_of(const ReqifDocument& document, Mending& mending);

}  // namespace kanon
