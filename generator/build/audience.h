#pragma once

#include <string>

#include "base/result.h"
#include "emit/pdf/pdf.h"
#include "env/files.h"
#include "model/config.h"

namespace kanon {

/// Wrong use: an audience that kanon.yaml doesn't name.
std::unexpected<Error> unknown_audience(const Config& config, const std::string& audience);

/// Files of the project by the paths that the model has of them.
ReadFile reader_of(const Files& files, const std::string& folder);

}  // namespace kanon
