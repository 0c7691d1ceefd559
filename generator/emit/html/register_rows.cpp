#include "emit/html/register_rows.h"

#include <algorithm>
#include <ranges>

#include "base/text.h"

namespace kanon {
namespace {

std::string option(const EmbedOptions& options, const std::string& name) {
  const auto found = options.find(name);
  return found == options.end() ? std::string() : found->second;
}

DataList texts(const std::vector<std::string>& values) { return {values.begin(), values.end()}; }

/// A section of a document by its title, where the document has it; else as the register names it.
std::string section_title(const View& view, ItemRef document, const MaybeLocated<std::string>& section) {
  if (!section) return {};
  std::string title = view.heading_title(document, **section);
  return title.empty() ? **section : title;
}

const char* status_word(ControlStatus status) {
  switch (status) {
    case ControlStatus::planned:
      return "status_planned";
    case ControlStatus::partial:
      return "status_partial";
    case ControlStatus::implemented:
      return "status_implemented";
    case ControlStatus::excluded:
      return "status_excluded";
  }
  return "status_planned";
}

/// A catalog after those it extends.
void collect_inherited(const View& view, const Catalog& catalog, std::vector<const Catalog*>& chain) {
  for (const Catalog* extended : view.chain_of(catalog) | std::views::reverse) {
    if (std::ranges::find(chain, extended) == chain.end()) chain.push_back(extended);
  }
}

/// The leading edition, unless a version is asked for.
const Catalog* catalog_of(const View& view, const std::string& id, const std::string& version) {
  const auto wanted = Version::parse(version);
  return wanted ? view.catalog(ReleaseName{id, *wanted}) : view.catalog(id);
}

std::vector<const Catalog*> wanted_catalogs(const View& view, const EmbedOptions& options) {
  std::vector<const Catalog*> chain;
  const std::string id = option(options, "catalog");
  if (id.empty()) {
    for (const Catalog* catalog : view.catalogs()) collect_inherited(view, *catalog, chain);
  } else if (const Catalog* catalog = catalog_of(view, id, option(options, "version"))) {
    collect_inherited(view, *catalog, chain);
  }
  return chain;
}

}  // namespace

Data requirement_row(const Words& words, const Requirement& requirement) {
  DataList controls;
  for (const LocatedText& control : requirement.controls) controls.push_back(Data(*control));
  Data row;
  put(row, "id", *requirement.id);
  put(row, "text", *requirement.text);
  put(row, "theme", text_or_nothing(requirement.theme));
  put(row, "kind", words[requirement.minimum ? "kind_minimum" : "kind_standard"]);
  put(row, "form", words[requirement.solution ? "form_solution" : "form_effect"]);
  put(row, "verification", requirement.verification);
  put(row, "frequency", requirement.frequency ? words.frequency(**requirement.frequency) : std::string());
  put(row, "controls", items_or_nothing(controls));
  put(row, "note", text_or_nothing(requirement.note));
  return row;
}

DataList dispensation_rows(const RowSource& source, const EmbedOptions& options) {
  const std::string only = option(options, "document");
  DataList rows;
  for (const Dispensation* dispensation : source.view.dispensations()) {
    const auto document = source.view.find(*dispensation->document);
    if (!document || (!only.empty() && *dispensation->document != only)) continue;
    Data row;
    put(row, "id", *dispensation->id);
    put(row, "document", item_row(source, *document));
    put(row, "section", text_or_nothing(section_title(source.view, *document, dispensation->section)));
    put(row, "reason", dispensation->reason);
    put(row, "measures", items_or_nothing(texts(dispensation->measures)));
    put(row, "decided_by", dispensation->decided_by);
    put(row, "decided", day_or_nothing(source.words, *dispensation->decided));
    put(row, "expires", day_or_nothing(source.words, *dispensation->expires));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList control_rows(const RowSource& source) {
  DataList rows;
  for (const ControlEntry& entry : source.view.controls()) {
    DataList documents;
    for (const LocatedText& id : entry.documents) {
      if (const auto item = source.view.find(*id)) documents.push_back(item_row(source, *item));
    }
    Data row;
    put(row, "control", *entry.control);
    put(row, "applicable", source.words[entry.applicable ? "answer_yes" : "answer_no"]);
    put(row, "justification", entry.justification);
    put(row, "status", entry.status ? source.words[status_word(*entry.status)] : std::string());
    put(row, "documents", items_or_nothing(documents));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList requirement_rows(const RowSource& source, const EmbedOptions& options) {
  const std::string phase = option(options, "phase");
  DataList rows;
  for (const Catalog* catalog : wanted_catalogs(source.view, options)) {
    for (const Requirement& requirement : catalog->requirements) {
      const bool wanted = phase.empty() || (requirement.phase && **requirement.phase == phase);
      if (wanted) rows.push_back(requirement_row(source.words, requirement));
    }
  }
  return rows;
}

DataList coverage_rows(const RowSource& source, const EmbedOptions& options) {
  const std::vector<const Catalog*> catalogs = wanted_catalogs(source.view, options);
  std::map<std::string, std::vector<std::string>> carried_out_by;
  for (const Catalog* catalog : catalogs) {
    for (const Requirement& requirement : catalog->requirements) {
      for (const LocatedText& recommendation : requirement.recommendations) {
        carried_out_by[*recommendation].push_back(*requirement.id);
      }
    }
  }
  DataList rows;
  for (const Catalog* catalog : catalogs) {
    for (const Recommendation& recommendation : catalog->recommendations) {
      Data row;
      put(row, "id", *recommendation.id);
      put(row, "text", recommendation.text);
      put(row, "requirements", join(carried_out_by[*recommendation.id], ", "));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace kanon
