#include <algorithm>

#include "emit/html/editions.h"
#include "emit/html/page_parts.h"
#include "emit/html/register_rows.h"

namespace kanon {
namespace {

/// [{title, anchor, requirements}]: those of each phase in its order, then those of none.
DataList phase_rows(const Words& words, const Catalog& catalog) {
  DataList phases;
  const auto add = [&](const std::string& title, const auto& belongs) {
    DataList requirements;
    for (const Requirement& requirement : catalog.requirements) {
      if (belongs(requirement)) requirements.push_back(requirement_row(words, requirement));
    }
    if (requirements.empty()) return;
    Data row;
    put(row, "title", text_or_nothing(title));
    put(row, "anchor", "_phase-" + std::to_string(phases.size() + 1));
    put(row, "requirements", requirements);
    phases.push_back(std::move(row));
  };
  const auto is_in = [](const Requirement& requirement, const Phase& phase) {
    return requirement.phase && **requirement.phase == *phase.id;
  };
  for (const Phase& phase : catalog.phases) {
    add(*phase.id + ". " + phase.title, [&](const Requirement& requirement) { return is_in(requirement, phase); });
  }
  add(phases.empty() ? std::string() : words["requirements"], [&](const Requirement& requirement) {
    return std::ranges::none_of(catalog.phases, [&](const Phase& phase) { return is_in(requirement, phase); });
  });
  return phases;
}

Data extended(const PageParts& parts, const Catalog& catalog) {
  const Catalog* other = catalog.extends ? parts.view().catalog(**catalog.extends) : nullptr;
  return other == nullptr ? Data(false) : item_row(parts.rows(), parts.view().ref_of(*other));
}

}  // namespace

void add_catalog(Data& data, const PageParts& parts) {
  const ItemRef item = *parts.page.item;
  const Catalog& catalog = parts.view().catalog(item);
  const RowSource source = parts.rows();
  const std::string pdf = parts.view().pdf_address_of(item);
  put(data, "id", *catalog.id);
  put(data, "owner", text_or_nothing(catalog.owner));
  put(data, "classification", parts.view().classification_of(item));
  put(data, "pdf", parts.site.has_pdf(pdf) ? Data(parts.hrefs.to(pdf)) : Data(false));
  put(data, "extends", extended(parts, catalog));
  put(data, "phases", phase_rows(parts.words, catalog));
  put(data, "approvals", items_or_nothing(approval_rows(source, catalog)));
  put(data, "history", items_or_nothing(history_rows(source, catalog)));
  add_edition(data, parts, item);
}

void add_catalog_list(Data& data, const PageParts& parts) {
  DataList rows;
  for (const Catalog* catalog : parts.view().catalogs()) {
    Data row = item_row(parts.rows(), parts.view().ref_of(*catalog));
    put(row, "version", catalog->version->text());
    put(row, "count", static_cast<int>(catalog->requirements.size()));
    rows.push_back(std::move(row));
  }
  put(data, "catalogs", rows);
}

}  // namespace kanon
