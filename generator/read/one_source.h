#pragma once

#include <string>

#include "read/project.h"

namespace kanon {

/// One source read by itself: a corpus that holds it alone, and what its reader found. What it refers to is not there.
ReadProject read_one_source(const Config& config, std::string path, ParsedFile parsed);

}  // namespace kanon
