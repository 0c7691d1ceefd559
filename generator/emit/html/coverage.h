#pragma once

#include "emit/html/page_parts.h"

namespace kanon {

// Who covers what, as a table that looks like a picture: associated members as rows, each cell dots with the same in
// words. Members without a declaration, the founding ones among them, are left out. `false` where there is nobody or
// nothing to show. For the layout «coverage»: {kind, title, text, dense, columns, rows, totals}.

/// How members' declarations meet the objectives: a dot for each criterion, full where the declaration names it.
Data objective_coverage(const PageParts& parts);
/// Which projects members' declarations name.
Data project_coverage(const PageParts& parts);

}  // namespace kanon
