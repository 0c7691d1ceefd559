#pragma once

#include <vector>

#include "emit/artifact.h"
#include "emit/html/theme.h"
#include "plan/site.h"

namespace kanon {

/// The theme's assets below assets/, feed.xml, data/ (site_data.h), robots.txt, and sitemap.xml (sitemaps.org 0.9): the
/// addresses of the pages that readers should find, each with the day of its newest version. Without site.base_url
/// there is no sitemap, which needs whole URLs.
std::vector<Artifact> emit_site_files(const Site& site, const Theme& theme);

}  // namespace kanon
