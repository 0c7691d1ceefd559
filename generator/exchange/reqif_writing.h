#pragma once

#include <string>

#include "exchange/exchange.h"

namespace kanon {

/// A catalog that XML can hold as a ReqIF 1.0.1 document (OMG formal/2016-07-01): an object a requirement, phase and
/// recommendation; a specification with the requirements below their phases, and one with the recommendations.
std::string reqif_of(const Catalog& catalog, const ExchangeSettings& settings);

}  // namespace kanon
