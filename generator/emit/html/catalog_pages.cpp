#include <algorithm>
#include <set>

#include "emit/html/editions.h"
#include "emit/html/page_parts.h"
#include "emit/html/requirement_cards.h"

namespace kanon {
namespace {

std::string phase_title(const CatalogContents& contents, std::size_t phase, const Words& words) {
  if (phase < contents.phases.size()) return *contents.phases[phase]->id + ". " + contents.phases[phase]->title;
  return words[contents.phases.empty() ? "requirements" : "requirements_without_phase"];
}

std::string phase_anchor(std::size_t phase) { return "_phase-" + std::to_string(phase + 1); }

/// [{title, anchor, count, requirements}]: those of each phase in its order, then those of none.
DataList phase_rows(const PageParts& parts, const Catalog& catalog, const CatalogContents& contents) {
  std::vector<DataList> by_phase(contents.phases.size() + 1);
  const RequirementCards cards(parts, catalog, contents);
  for (const CatalogRequirement& one : contents.requirements) by_phase[one.phase].push_back(cards.card(one));
  DataList rows;
  for (std::size_t phase = 0; phase < by_phase.size(); ++phase) {
    if (by_phase[phase].empty()) continue;
    Data row;
    put(row, "title", phase_title(contents, phase, parts.words));
    put(row, "anchor", phase_anchor(phase));
    put(row, "count", std::to_string(by_phase[phase].size()));
    put(row, "requirements", by_phase[phase]);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The choices of one filter of the page: values in their order, each once.
class Choices {
 public:
  void add(const std::string& value, const std::string& label) {
    if (value.empty() || !met_.insert(value).second) return;
    Data row;
    put(row, "value", value);
    put(row, "label", label);
    options_.push_back(std::move(row));
  }

  /// {name, label, options}; nothing where there is no choice.
  void take_into(DataList& filters, const char* name, const std::string& label) {
    if (options_.size() < 2) return;
    Data row;
    put(row, "name", std::string(name));
    put(row, "label", label);
    put(row, "options", options_);
    filters.push_back(std::move(row));
  }

 private:
  std::set<std::string> met_;
  DataList options_;
};

Data filters(const Words& words, const CatalogContents& contents) {
  Choices phases, kinds, forms, themes, levels;
  std::vector<bool> has(contents.phases.size() + 1);
  for (const CatalogRequirement& one : contents.requirements) has[one.phase] = true;
  for (std::size_t i = 0; i < contents.phases.size(); ++i) {
    if (has[i]) phases.add(*contents.phases[i]->id, phase_title(contents, i, words));
  }
  for (const CatalogRequirement& one : contents.requirements) {
    const Requirement& requirement = *one.requirement;
    kinds.add(requirement.minimum ? "minimum" : "standard",
              words[requirement.minimum ? "kind_minimum" : "kind_standard"]);
    forms.add(requirement.solution ? "solution" : "effect",
              words[requirement.solution ? "form_solution" : "form_effect"]);
    themes.add(requirement.theme, requirement.theme);
    if (one.catalog->level) levels.add(**one.catalog->level, **one.catalog->level);
  }
  DataList rows;
  phases.take_into(rows, "phase", words["phase"]);
  kinds.take_into(rows, "kind", words["kind"]);
  forms.take_into(rows, "form", words["form"]);
  themes.take_into(rows, "theme", words["theme"]);
  levels.take_into(rows, "level", words["level"]);
  return items_or_nothing(rows);
}

/// {title, href, version, count}: the catalogs that it inherits from, the nearest first, with how many requirements it
/// has from each.
Data extended(const PageParts& parts, const Catalog& catalog, const CatalogContents& contents) {
  DataList rows;
  for (const Catalog* other : parts.view().chain_of(catalog)) {
    if (other == &catalog) continue;
    const ItemRef item = parts.view().ref_of(*other);
    const bool is_pinned = parts.page.kind == PageKind::release || !other->edition.leads;
    const auto count = std::ranges::count(contents.requirements, other, &CatalogRequirement::catalog);
    Data row;
    put(row, "title", *other->title);
    put(row, "href", is_pinned ? permanent_href(parts, item) : text_or_nothing(parts.hrefs.to_item(item)));
    put(row, "version", other->version->text());
    put(row, "count",
        count_text(parts.words, static_cast<std::size_t>(count), "requirements_one", "requirements_many"));
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

/// [{title, href, version}]: what is in force now in place of what it was released with; nothing on a permanent page.
Data newer_parts(const PageParts& parts, const Catalog& catalog) {
  if (parts.page.kind == PageKind::release) return false;
  DataList rows;
  for (const ItemRef part : parts.view().outdated_parts(catalog)) {
    Data row = item_row(parts.rows(), part);
    put(row, "version", parts.view().governed(part).version->text());
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

/// «14 mindstekrav og 8 almindelige krav»
std::string count_by_kind(const Words& words, const CatalogContents& contents) {
  const auto is_minimum = [](const CatalogRequirement& one) { return one.requirement->minimum; };
  const auto minimum = static_cast<std::size_t>(std::ranges::count_if(contents.requirements, is_minimum));
  const std::size_t standard = contents.requirements.size() - minimum;
  const std::string first = count_text(words, minimum, "minimum_one", "minimum_many");
  const std::string second = count_text(words, standard, "standard_one", "standard_many");
  if (standard == 0) return first;
  return minimum == 0 ? second : words.with("both_kinds", {{"minimum", first}, {"standard", second}});
}

Data coverage_href(const PageParts& parts, ItemRef item) {
  const std::string address = parts.view().coverage_address_of(item);
  const bool is_shown = parts.page.kind != PageKind::release && parts.site.page_at(address) != nullptr;
  return is_shown ? Data(parts.hrefs.to(address)) : Data(false);
}

}  // namespace

void add_catalog(Data& data, const PageParts& parts) {
  const ItemRef item = *parts.page.item;
  const Catalog& catalog = parts.view().catalog(item);
  const CatalogContents contents = contents_of(parts.view(), catalog);
  const RowSource source = parts.rows();
  const std::string pdf = parts.view().pdf_address_of(item);
  const std::string all = std::to_string(contents.requirements.size());
  put(data, "id", *catalog.id);
  put(data, "owner", text_or_nothing(catalog.owner));
  put(data, "level", text_or_nothing(unlocated(catalog.level).value_or("")));
  put(data, "classification", parts.view().classification_of(item));
  put(data, "pdf", parts.site.has_pdf(pdf) ? Data(parts.hrefs.to(pdf)) : Data(false));
  put(data, "counts", contents.requirements.empty() ? Data(false) : Data(count_by_kind(parts.words, contents)));
  put(data, "extends", extended(parts, catalog, contents));
  put(data, "newer_parts", newer_parts(parts, catalog));
  put(data, "filters", filters(parts.words, contents));
  put(data, "all_shown", parts.words.with("filter_all", {{"n", all}}));
  put(data, "some_shown", parts.words.with("filter_some", {{"all", all}}));
  put(data, "phases", items_or_nothing(phase_rows(parts, catalog, contents)));
  put(data, "coverage_href", coverage_href(parts, item));
  put(data, "approvals", items_or_nothing(approval_rows(source, catalog)));
  put(data, "history", items_or_nothing(history_rows(source, catalog)));
  add_edition(data, parts, item);
}

void add_catalog_list(Data& data, const PageParts& parts) {
  DataList rows;
  for (const Catalog* catalog : parts.view().catalogs()) {
    const CatalogContents contents = contents_of(parts.view(), *catalog);
    const auto own = std::ranges::count(contents.requirements, catalog, &CatalogRequirement::catalog);
    const std::size_t inherited = contents.requirements.size() - static_cast<std::size_t>(own);
    Data row = item_row(parts.rows(), parts.view().ref_of(*catalog));
    put(row, "version", catalog->version->text());
    put(row, "level", text_or_nothing(unlocated(catalog->level).value_or("")));
    put(row, "count", contents.requirements.empty() ? Data(false) : Data(count_by_kind(parts.words, contents)));
    put(row, "inherited",
        inherited == 0 ? Data(false) : Data(parts.words.with("inherited_n", {{"n", std::to_string(inherited)}})));
    put(row, "extends", extended(parts, *catalog, contents));
    put(row, "coverage_href", coverage_href(parts, parts.view().ref_of(*catalog)));
    rows.push_back(std::move(row));
  }
  put(data, "catalogs", rows);
  put(data, "json_href", parts.hrefs.to("/data/requirements.json"));
  put(data, "schema_href", parts.hrefs.to("/data/requirements.schema.json"));
}

}  // namespace kanon
