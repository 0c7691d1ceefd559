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

/// Says of each link what is read aloud of it (/Contents).
void describe_links(QPDF& pdf, const FinishPlan& plan, const Places& places);

/// ToUnicode maps say a space for a space and two letters for a ligature.
void repair_unicode(QPDF& pdf);
/// Drops what engines write where a word could be broken and isn't: nobody sees it, but it would be copied.
void drop_unseen_breaks(QPDF& pdf);
/// Drops text that stands wholly outside what its page shows: a line at a page's edge is painted on both pages, and
/// clipping hides it from the eye but not from search.
void drop_hidden_text(QPDF& pdf);

/// Lays each page of `sheets` under the page of the same number, in a tagged PDF as an artifact: what is on every page
/// isn't read aloud. `sheets` must live until the PDF is written.
void lay_under(QPDF& pdf, QPDF& sheets, Typesetting typesetting);

/// Mends the structure of a tagged PDF (ISO 14289-1): whatever is painted without being text or a figure is an
/// artifact, lists have bodies, tables' headings a scope, types that PDF 1.7 doesn't know a role, and nothing is left
/// of elements that became empty.
void mend_structure(QPDF& pdf);
/// Takes the tags out of pages.
void drop_marks(QPDF& pdf);

/// What XMP metadata says of a file that keeps to PDF/UA-1 (ISO 14289-1, clause 5).
const std::string& pdf_ua_1();
/// Document information, XMP metadata, language, page labels and how a viewer opens the document. `standard` is the
/// part of the metadata that names a standard; empty for none.
void write_metadata(QPDF& pdf, const FinishPlan& plan, const std::string& standard);

}  // namespace kanon
