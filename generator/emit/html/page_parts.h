#pragma once

#include <string>

#include "emit/html/body.h"
#include "emit/html/embeds.h"
#include "emit/html/hrefs.h"
#include "emit/html/layouts.h"
#include "emit/html/reading_order.h"
#include "emit/html/rows.h"
#include "emit/pictures.h"
#include "plan/site.h"

namespace kanon {

/// What the content of one page is made from.
struct PageParts {
  const Site& site;
  const PagePlan& page;
  const Words& words;
  const Hrefs& hrefs;
  const Pictures& pictures;
  Embeds& embeds;
  const TermFinder& terms;  ///< those that texts link to
  const ReadingOrder& order;

  const View& view() const { return *site.view; }
  RowSource rows() const {
    return {view(), words, [this](ItemRef item) { return hrefs.to_item(item); }};
  }
};

/// How a file's body is written for an audience's page: links to what it doesn't see become plain text. All must
/// outlive it.
BodyContext body_context(const View& view, FileIndex file, const Hrefs& hrefs, Embeds& embeds);

/// A file's body as HTML, ready for a layout; `false` where it has none.
Data body_html(const PageParts& parts, FileIndex file);
/// A body's first paragraph as plain text; empty if there is none.
std::string first_paragraph(const ParsedFile& file);
/// The beginning of a body's first paragraph, at most 160 characters, for the page's description; empty if there is
/// none.
std::string first_words(const ParsedFile& file);

// The content of each kind of page, by the names that its layout uses.
void add_front(Data& data, const PageParts& parts);
void add_document(Data& data, const PageParts& parts);
void add_document_list(Data& data, const PageParts& parts);
void add_hierarchy(Data& data, const PageParts& parts);
void add_handbook(Data& data, const PageParts& parts);
void add_handbook_list(Data& data, const PageParts& parts);
void add_catalog(Data& data, const PageParts& parts);
void add_catalog_list(Data& data, const PageParts& parts);
void add_catalog_coverage(Data& data, const PageParts& parts);
void add_applicability(Data& data, const PageParts& parts);
void add_control_coverage(Data& data, const PageParts& parts);
void add_dispensation_list(Data& data, const PageParts& parts);
void add_member(Data& data, const PageParts& parts);
void add_member_list(Data& data, const PageParts& parts);
void add_project(Data& data, const PageParts& parts);
void add_project_list(Data& data, const PageParts& parts);
void add_responsibilities(Data& data, const PageParts& parts);
void add_reviews(Data& data, const PageParts& parts);
void add_evaluation(Data& data, const PageParts& parts);
void add_admission(Data& data, const PageParts& parts);
void add_history(Data& data, const PageParts& parts);
void add_redline_page(Data& data, const PageParts& parts);
void add_changes(Data& data, const PageParts& parts);
void add_search(Data& data, const PageParts& parts);
void add_gone(Data& data, const PageParts& parts);
void add_glossary(Data& data, const PageParts& parts);
void add_free_page(Data& data, const PageParts& parts);

}  // namespace kanon
