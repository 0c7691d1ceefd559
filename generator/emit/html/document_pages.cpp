#include <algorithm>
#include <map>

#include "emit/html/contents.h"
#include "emit/html/dispensations.h"
#include "emit/html/editions.h"
#include "emit/html/requirement_cards.h"
#include "emit/html/section_numbers.h"

namespace kanon {
namespace {

DataList document_rows(const RowSource& source, const std::vector<const Document*>& documents) {
  DataList rows;
  for (const Document* document : documents) {
    Data row = document_row(source, *document);
    // What is in force needs no mark where nearly everything is.
    const Standing standing = document->edition.standing;
    put(row, "standing", standing == Standing::in_force ? Data(false) : standing_row(source.words, standing));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// [{id, text, href, sections}]: the requirements that the document carries out, and in which of its sections.
Data implemented(const PageParts& parts, const Document& document) {
  const View& view = parts.view();
  DataList rows;
  std::map<ItemRef, std::size_t> places;
  std::vector<DataList> sections;
  for (const Implementation& one : view.implemented_by(document)) {
    const auto [place, is_new] = places.emplace(one.requirement, rows.size());
    if (is_new) {
      Data row = item_row(parts.rows(), one.requirement);
      put(row, "text", view.requirement(one.requirement).text.value);
      rows.push_back(std::move(row));
      sections.emplace_back();
    }
    if (one.section.empty()) continue;
    Data section;
    put(section, "title", view.heading_title(one.document, one.section));
    put(section, "href", "#" + one.section);
    sections[place->second].push_back(std::move(section));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) put(rows[i], "sections", items_or_nothing(sections[i]));
  return items_or_nothing(rows);
}

Data parent(const PageParts& parts, const Document& document) {
  const View& view = parts.view();
  if (parts.page.kind == PageKind::release && document.edition.parent) {
    // A permanent page keeps to the version of the parent that its own was released under.
    const auto recorded = view.edition(*document.edition.parent);
    const Data href = recorded ? permanent_href(parts, *recorded) : Data(false);
    if (!href.is_false()) {
      Data row;
      put(row, "title", view.title_of(*recorded));
      put(row, "href", href);
      return row;
    }
  }
  const Document* above = view.parent_of(document);
  return above == nullptr ? Data(false) : item_row(parts.rows(), view.ref_of(*above));
}

/// The document read before or after this one; `false` for none.
Data neighbour(const PageParts& parts, const Document* document) {
  return document == nullptr ? Data(false) : document_row(parts.rows(), *document);
}

/// {previous, next}; `false` for a document that stands alone.
Data neighbours(const PageParts& parts, const Document& document) {
  const Document* before = parts.order.before(document);
  const Document* after = parts.order.after(document);
  if (before == nullptr && after == nullptr) return false;
  Data both;
  put(both, "previous", neighbour(parts, before));
  put(both, "next", neighbour(parts, after));
  return both;
}

/// What is due or listed on the document's own page alone: it changes with time and with other documents.
void add_what_changes(Data& data, const PageParts& parts, const Document& document) {
  const View& view = parts.view();
  const bool is_own_page = parts.page.kind == PageKind::document;
  put(data, "next_review", is_own_page ? review_day(parts, view.next_review(document)) : Data(false));
  put(data, "neighbours", is_own_page ? neighbours(parts, document) : Data(false));
  put(data, "implements", is_own_page ? implemented(parts, document) : Data(false));
  put(data, "dispensations", is_own_page ? valid_dispensations(parts, document) : Data(false));
  put(data, "children",
      is_own_page ? items_or_nothing(document_rows(parts.rows(), view.children_of(document))) : Data(false));
}

}  // namespace

void add_document(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const ItemRef item = *parts.page.item;
  const Document& document = view.document(item);
  const RowSource source = parts.rows();
  const std::string pdf = view.pdf_address_of(item);
  put(data, "id", *document.id);
  put(data, "type", text_or_nothing(type_label(view, document)));
  put(data, "owner", text_or_nothing(document.owner));
  put(data, "classification", view.classification_of(item));
  put(data, "pdf", parts.site.has_pdf(pdf) ? Data(parts.hrefs.to(pdf)) : Data(false));
  put(data, "parent", parent(parts, document));
  put(data, "related", items_or_nothing(document_rows(source, view.related_of(document))));
  put(data, "controls", control_list(parts, document.controls));
  put(data, "approvals", items_or_nothing(approval_rows(source, document)));
  put(data, "history", items_or_nothing(history_rows(source, document)));
  const std::vector<Heading> headings = view.headings_of(document.file);
  put(data, "contents", contents_list(headings, section_numbers(headings)));
  put(data, "content", body_html(parts, document.file));
  add_edition(data, parts, item);
  add_what_changes(data, parts, document);
}

void add_document_list(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const RowSource source = parts.rows();
  DataList types;
  for (const DocumentType& type : view.config().document_types) {
    std::vector<const Document*> documents;
    std::copy_if(view.documents().begin(), view.documents().end(), std::back_inserter(documents),
                 [&](const Document* document) { return *document->type == *type.id; });
    if (documents.empty()) continue;
    Data row;
    put(row, "label", type_label(view, *documents.front()));
    put(row, "documents", document_rows(source, documents));
    types.push_back(std::move(row));
  }
  put(data, "types", types);
  put(data, "tree", text_or_nothing(hierarchy_list(source)));
}

void add_hierarchy(Data& data, const PageParts& parts) {
  put(data, "picture", text_or_nothing(parts.pictures.hierarchy_svg));
  put(data, "tree", text_or_nothing(hierarchy_list(parts.rows())));
}

}  // namespace kanon
