#include "emit/html/editions.h"
#include "emit/html/page_parts.h"

namespace kanon {
namespace {

Data pdf_href(const PageParts& parts, ItemRef handbook) {
  const std::string address = parts.view().pdf_address_of(handbook);
  return parts.site.has_pdf(address) ? Data(parts.hrefs.to(address)) : Data(false);
}

/// A part of a handbook with its version. On the handbook's own page it leads to where the site shows that version; on
/// a permanent one to the permanent address, which will not show another some day.
Data chapter_row(const PageParts& parts, ItemRef item, const std::string& type) {
  const Governed& edition = parts.view().governed(item);
  Data row = item_row(parts.rows(), item);
  if (parts.page.kind == PageKind::release && edition.edition.is_released()) {
    const Data href = permanent_href(parts, item);
    if (!href.is_false()) put(row, "href", href);
  }
  put(row, "type", text_or_nothing(type));
  put(row, "version", edition.version->text());
  return row;
}

/// A part of which this audience sees nothing is left out with its title.
DataList part_rows(const PageParts& parts, const Handbook& handbook) {
  const View& view = parts.view();
  DataList rows;
  for (const HandbookPart& part : handbook.parts) {
    DataList documents;
    for (const Document* document : view.documents_of(part))
      documents.push_back(chapter_row(parts, view.ref_of(*document), type_label(view, *document)));
    DataList catalogs;
    for (const Catalog* catalog : view.catalogs_of(part))
      catalogs.push_back(chapter_row(parts, view.ref_of(*catalog), {}));
    if (documents.empty() && catalogs.empty()) continue;
    Data row;
    put(row, "title", part.title);
    put(row, "documents", items_or_nothing(documents));
    put(row, "catalogs", items_or_nothing(catalogs));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// [{title, href, version}]: what is in force now in place of a part; nothing on a permanent page.
Data newer_parts(const PageParts& parts, const Handbook& handbook) {
  if (parts.page.kind == PageKind::release) return false;
  DataList rows;
  for (const ItemRef part : parts.view().outdated_parts(handbook)) {
    Data row = item_row(parts.rows(), part);
    put(row, "version", parts.view().governed(part).version->text());
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

}  // namespace

void add_handbook(Data& data, const PageParts& parts) {
  const ItemRef item = *parts.page.item;
  const Handbook& handbook = parts.view().handbook(item);
  const RowSource source = parts.rows();
  put(data, "id", *handbook.id);
  put(data, "subtitle", text_or_nothing(handbook.subtitle));
  put(data, "owner", text_or_nothing(handbook.owner));
  put(data, "classification", parts.view().classification_of(item));
  put(data, "next_review",
      parts.page.kind == PageKind::release ? Data(false) : review_day(parts, parts.view().next_review(handbook)));
  put(data, "pdf", pdf_href(parts, item));
  put(data, "parts", part_rows(parts, handbook));
  put(data, "newer_parts", newer_parts(parts, handbook));
  put(data, "approvals", items_or_nothing(approval_rows(source, handbook)));
  put(data, "history", items_or_nothing(history_rows(source, handbook)));
  add_edition(data, parts, item);
}

void add_handbook_list(Data& data, const PageParts& parts) {
  const RowSource source = parts.rows();
  DataList rows;
  for (const Handbook* handbook : parts.view().handbooks()) {
    const ItemRef item = parts.view().ref_of(*handbook);
    Data row = item_row(source, item);
    put(row, "subtitle", text_or_nothing(handbook->subtitle));
    put(row, "pdf", pdf_href(parts, item));
    rows.push_back(std::move(row));
  }
  put(data, "handbooks", rows);
}

}  // namespace kanon
