#pragma once

#include <string>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A free page's front matter (contract, section 1). Its address is known from its path.
Page read_page(Reading& reading, std::string address);

}  // namespace kanon
