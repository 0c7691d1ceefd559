#pragma once

#include <vector>

#include "emit/html/rows.h"

namespace kanon {

/// {id, href, text, documents}: the requirements of `catalogs` in their order, then those of other catalogs which
/// `documents` carry out, without their text. `href` and `documents` may be `false`.
DataList requirement_index(const RowSource& source, const std::vector<const Catalog*>& catalogs,
                           const std::vector<const Document*>& documents);

}  // namespace kanon
