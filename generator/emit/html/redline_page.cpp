#include "emit/html/editions.h"
#include "emit/redline/for_audience.h"
#include "emit/redline/page.h"

namespace kanon {
namespace {

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
  report.redline = redline_for_audience(view, older, newer);
  const BodyContext body = body_context(view, edition.file, parts.hrefs, parts.embeds);
  add_redline(data, report, parts.words, {.href_of = body.href_of, .title_of = body.title_of, .id_prefix = {}});
  const std::string home = view.home_address_of(newer);
  put(data, "item_type", text_or_nothing(type_of(parts, newer)));
  put(data, "home_href", parts.site.page_at(home) == nullptr ? Data(false) : Data(parts.hrefs.to(home)));
  put(data, "before", linked_version(parts, older, report.before));
  put(data, "after", linked_version(parts, newer, report.after));
}

}  // namespace kanon
