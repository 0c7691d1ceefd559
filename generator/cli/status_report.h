#pragma once

#include <string>
#include <vector>

#include "build/status.h"

namespace kanon {

/// The list as a table for a terminal of 100 columns, in groups: what is late first, then by what is to be done. Says
/// so where nothing is due.
std::string status_as_text(const std::vector<DueItem>& items, Date today, Language language);

/// The list as one JSON object (RFC 8259); its form is in the manual. Dates are ISO 8601, ids are those of the files.
std::string status_as_json(const std::vector<DueItem>& items, Date today, Language language);

}  // namespace kanon
