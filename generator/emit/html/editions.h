#pragma once

#include <optional>
#include <string>

#include "emit/html/page_parts.h"
#include "history/own_entry.h"

namespace kanon {

/// {kind, label}: where an edition stands, as a name for style sheets and a word for people.
Data standing_row(const Words& words, Standing standing);
/// {href, title} of an edition's permanent page; `false` where the site has none.
Data permanent_href(const PageParts& parts, ItemRef edition);

/// {iso, text, overdue}: when an item is reviewed next, and whether that day had passed on the day that the site shows.
Data review_day(const PageParts& parts, std::optional<Date> next_review);

/// The page of what changed from a release to the next edition; `false` where the site has none.
Data redline_href(const PageParts& parts, std::optional<ItemRef> older, std::optional<ItemRef> newer);

/// What the page of one edition says of it as a version: {version, version_href, standing, effective, in_force,
/// history_href, fingerprint, notices}. On the permanent page of a version that was superseded, nothing that later
/// versions change.
void add_edition(Data& data, const PageParts& parts, ItemRef edition);
/// The notices on top of an edition's page: [{kind, label, text, link}].
DataList notice_rows(const PageParts& parts, ItemRef edition);

}  // namespace kanon
