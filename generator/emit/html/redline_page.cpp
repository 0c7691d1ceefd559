#include <algorithm>
#include <array>

#include "emit/html/editions.h"
#include "emit/redline/page.h"

namespace kanon {
namespace {

/// Fields that hold ids of other items: told as titles, and only of what the audience sees.
constexpr std::array<std::string_view, 9> references{"parent",    "related",  "implements", "derives_from", "extends",
                                                     "documents", "catalogs", "under",      "document"};
/// Fields that say how the project is run, not what the text says.
constexpr std::array<std::string_view, 3> internal{"silence", "audience", "order"};

bool is_in(const auto& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

std::string type_name(const Config& config, const std::string& id) {
  const DocumentType* type = config.document_type(id);
  return type == nullptr || type->label.empty() ? id : type->label;
}

std::optional<std::string> told(const View& view, const std::string& field, const std::string& value) {
  if (is_in(internal, field)) return std::nullopt;
  if (field == "type" || field == "types") return type_name(view.config(), value);
  if (!is_in(references, field)) return value;
  const auto item = view.find(value);
  if (!item) return std::nullopt;
  return item->kind == ItemKind::requirement ? value : view.title_of(*item);
}

ItemRedline compared(const View& view, ItemRef older, ItemRef newer) {
  if (newer.kind == ItemKind::catalog) return compare_items(view.catalog(older), view.catalog(newer));
  if (newer.kind == ItemKind::handbook) return compare_items(view.handbook(older), view.handbook(newer));
  const Document& was = view.document(older);
  const Document& is = view.document(newer);
  return compare_items(was, view.parsed(was.file), is, view.parsed(is.file));
}

std::string type_of(const PageParts& parts, ItemRef item) {
  if (item.kind == ItemKind::document) return type_label(parts.view(), parts.view().document(item));
  return parts.words[item.kind == ItemKind::catalog ? "catalog" : "handbook"];
}

/// {label, version, href}
Data linked_version(const PageParts& parts, ItemRef edition, const ToldVersion& version) {
  Data row;
  put(row, "label", parts.words.with("version_n", {{"version", version.version.text()}}));
  put(row, "version", version.version.text());
  put(row, "href", permanent_href(parts, edition));
  return row;
}

}  // namespace

void add_redline_page(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const ItemRef newer = *parts.page.item;
  const ItemRef older = *parts.page.older;
  const Governed& edition = view.governed(newer);
  RedlineReport report{.kind = newer.kind, .id = *edition.id, .title = *edition.title};
  report.before = told_version(view.config(), view.governed(older));
  report.after = told_version(view.config(), edition);
  report.redline = compared(view, older, newer);
  tell_values(report.redline,
              [&](const std::string& field, const std::string& value) { return told(view, field, value); });
  const BodyContext body = body_context(view, edition.file, parts.hrefs, parts.embeds);
  add_redline(data, report, parts.words, {.href_of = body.href_of, .title_of = body.title_of, .id_prefix = {}});
  const std::string home = view.home_address_of(newer);
  put(data, "item_type", text_or_nothing(type_of(parts, newer)));
  put(data, "home_href", parts.site.page_at(home) == nullptr ? Data(false) : Data(parts.hrefs.to(home)));
  put(data, "before", linked_version(parts, older, report.before));
  put(data, "after", linked_version(parts, newer, report.after));
}

}  // namespace kanon
