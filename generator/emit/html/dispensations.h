#pragma once

#include "emit/html/page_parts.h"
#include "history/dispensation_standing.h"

namespace kanon {

/// The dispensations from a document that hold on the day of the site, those that end first in front: dispensation_row
/// of register_rows.h with {href, section_href, standing, standing_key}; `false` for none.
Data valid_dispensations(const PageParts& parts, const Document& document);

}  // namespace kanon
