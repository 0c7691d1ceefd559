#pragma once

#include <string_view>

#include "exchange/exchange.h"
#include "read/oscal.h"

namespace kanon {

/// The version of OSCAL that is written.
inline constexpr std::string_view kOscalVersion = "1.1.2";

/// A catalog as OSCAL says it: phases are groups, requirements controls, recommendations resources of the back matter.
/// What OSCAL has no place for is in properties of Kanon's namespace. catalog_of() gives the same catalog back. It was
/// last changed on the newest day of its history: no clock reaches it.
OscalCatalog oscal_of(const Catalog& catalog, const ExchangeSettings& settings);

}  // namespace kanon
