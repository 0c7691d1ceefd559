#pragma once

#include <string>

#include "emit/html/hrefs.h"
#include "emit/html/layouts.h"
#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// What a page tells machines of what it shows: [{name, content}], names of DCMI Metadata Terms, the Dublin Core
/// (`DCTERMS.title`). Empty for pages that show nothing of their own.
DataList dublin_core(const Site& site, const PagePlan& page, const Words& words);

/// The same in the words of Schema.org, as JSON-LD 1.1 for a script element: a document as `Legislation`, a catalog or
/// handbook as `DigitalDocument`, the glossary as `DefinedTermSet`, the front page as `WebSite`; empty for other pages.
/// Addresses are whole URLs, so they are there with site.base_url alone.
std::string linked_data(const Site& site, const PagePlan& page, const Words& words);

}  // namespace kanon
