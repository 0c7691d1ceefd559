#pragma once

#include <string>

#include "base/result.h"
#include "model/config.h"
#include "model/corpus.h"

namespace kanon {

/// Wrong use: an audience that kanon.yaml doesn't name.
std::unexpected<Error> unknown_audience(const Config& config, const std::string& audience);

/// The audience that a handbook names for itself; the public for everything else.
std::string own_audience(const Corpus& corpus, const std::string& id);

}  // namespace kanon
