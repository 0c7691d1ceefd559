#include "emit/html/page_parts.h"

namespace kanon {
namespace {

Data pdf_href(const PageParts& parts, ItemRef handbook) {
  const std::string address = parts.view().pdf_address_of(handbook);
  return parts.site.has_pdf(address) ? Data(parts.hrefs.to(address)) : Data(false);
}

/// A part of which this audience sees nothing is left out with its title.
DataList part_rows(const PageParts& parts, const Handbook& handbook) {
  const View& view = parts.view();
  const RowSource source = parts.rows();
  DataList rows;
  for (const HandbookPart& part : handbook.parts) {
    DataList documents;
    for (const Document* document : view.documents_of(part)) documents.push_back(document_row(source, *document));
    DataList catalogs;
    for (const Catalog* catalog : view.catalogs_of(part))
      catalogs.push_back(Data(view.title_of(view.ref_of(*catalog))));
    if (documents.empty() && catalogs.empty()) continue;
    Data row;
    put(row, "title", part.title);
    put(row, "documents", items_or_nothing(documents));
    put(row, "catalogs", items_or_nothing(catalogs));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void add_handbook(Data& data, const PageParts& parts) {
  const ItemRef item = *parts.page.item;
  const Handbook& handbook = parts.view().handbook(item);
  const RowSource source = parts.rows();
  put(data, "id", *handbook.id);
  put(data, "subtitle", text_or_nothing(handbook.subtitle));
  put(data, "version", handbook.version->text());
  put(data, "owner", text_or_nothing(handbook.owner));
  put(data, "classification", parts.view().classification_of(item));
  put(data, "effective",
      day_or_nothing(parts.words, handbook.effective ? std::optional(**handbook.effective) : std::nullopt));
  put(data, "pdf", pdf_href(parts, item));
  put(data, "parts", part_rows(parts, handbook));
  put(data, "approvals", items_or_nothing(approval_rows(source, handbook)));
  put(data, "history", items_or_nothing(history_rows(source, handbook)));
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
