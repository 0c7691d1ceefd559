#pragma once

#include <qpdf/QPDF.hh>

#include "emit/pdf/finish.h"

namespace kanon {

// The steps of finish_pdf. libqpdf reports what it can't do by exceptions, which finish_pdf catches.

/// Links to places in the document become GoTo actions; links to http, https, mailto and tel stay; markers and all else
/// are removed.
void tie_links(QPDF& pdf, const Markers& markers, const Places& places);
/// Names every place, for links from inside and outside (`file.pdf#name`).
void name_destinations(QPDF& pdf, const Places& places);
/// Bookmarks. Entries whose place isn't there are left out.
void write_outline(QPDF& pdf, const std::vector<OutlineEntry>& outline, const Places& places);

/// ToUnicode maps say a space for a space and two letters for a ligature.
void repair_unicode(QPDF& pdf);
/// Drops text that stands wholly outside what its page shows: a line at a page's edge is painted on both pages, and
/// clipping hides it from the eye but not from search.
void drop_hidden_text(QPDF& pdf);

/// Lays each page of `sheets` under the page of the same number. `sheets` must live until the PDF is written.
void lay_under(QPDF& pdf, QPDF& sheets);

/// Document information, XMP metadata, language, page labels and how a viewer opens the document.
void write_metadata(QPDF& pdf, const FinishPlan& plan);

}  // namespace kanon
