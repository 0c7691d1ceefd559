#include "emit/redline/for_audience.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "emit/redline/report.h"

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

}  // namespace

ItemRedline redline_for_audience(const View& view, ItemRef older, ItemRef newer) {
  ItemRedline redline = compared(view, older, newer);
  tell_values(redline, [&](const std::string& field, const std::string& value) { return told(view, field, value); });
  return redline;
}

}  // namespace kanon
