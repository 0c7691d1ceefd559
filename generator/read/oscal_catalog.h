#pragma once

#include "base/result.h"
#include "model/items.h"
#include "read/mending.h"
#include "read/oscal.h"

namespace kanon {

/// More controls than any catalog has.
inline constexpr std::size_t kMostRequirements = 20'000;

/// The requirements of an OSCAL catalog: a control each, with those below it after it. Groups that hold controls are
/// phases. What Kanon wrote itself comes back as it was. The id is the one that Kanon wrote down, else empty. What is
/// unlike a catalog of Kanon is mended and told; only too many controls are an error.
Result<Catalog> catalog_of(const OscalCatalog& oscal, Mending& mending);

}  // namespace kanon
