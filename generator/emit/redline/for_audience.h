#pragma once

#include "compare/item_redline.h"
#include "plan/view.h"

namespace kanon {

/// What differs between two editions of a document, catalog or handbook, as a view's audience may be told: other items
/// by title, and only those that it sees.
ItemRedline redline_for_audience(const View& view, ItemRef older, ItemRef newer);

}  // namespace kanon
