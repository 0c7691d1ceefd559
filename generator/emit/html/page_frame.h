#pragma once

#include <string>

#include "emit/html/hrefs.h"
#include "emit/html/layouts.h"
#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// What every page of a site shares: {site, t}.
Data site_data(const View& view, const Words& words);

/// What stands around a page's content: {page, root, home, feed, search, bars, navigation, pages, breadcrumb}.
/// `description` may be empty: then it is the site's.
Data page_frame(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs,
                const std::string& description);

}  // namespace kanon
