#pragma once

#include <string>

#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// The word of a page that the program makes itself; empty for an item's page.
const char* word_of(PageKind kind);
/// The title of a page: its item's, or the name of the program's own page in the site's language.
std::string page_title(const Site& site, const PagePlan& page, const Words& words);
/// The title of a page as it stands behind the titles of those above it: «Version 1.2».
std::string own_title(const Site& site, const PagePlan& page, const Words& words);
/// The title of a page as it stands alone, in a list of results or of open windows: «Backup, version 1.2».
std::string whole_title(const Site& site, const PagePlan& page, const Words& words);

}  // namespace kanon
