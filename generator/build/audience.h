#pragma once

#include <string>

#include "base/result.h"
#include "model/config.h"

namespace kanon {

/// Wrong use: an audience that kanon.yaml doesn't name.
std::unexpected<Error> unknown_audience(const Config& config, const std::string& audience);

}  // namespace kanon
