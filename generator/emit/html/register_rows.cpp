#include "emit/html/register_rows.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "model/annex_a.h"
#include "plan/catalog_contents.h"

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

/// The leading edition, unless a version is asked for.
const Catalog* catalog_of(const View& view, const std::string& id, const std::string& version) {
  const auto wanted = Version::parse(version);
  return wanted ? view.catalog(ReleaseName{id, *wanted}) : view.catalog(id);
}

/// The catalog that is asked for; without an id all that lead.
std::vector<const Catalog*> wanted_catalogs(const View& view, const EmbedOptions& options) {
  const std::string id = option(options, "catalog");
  if (id.empty()) return view.catalogs();
  const Catalog* catalog = catalog_of(view, id, option(options, "version"));
  return catalog == nullptr ? std::vector<const Catalog*>{} : std::vector{catalog};
}

std::string ids_text(const std::vector<LocatedText>& ids) {
  std::vector<std::string> texts;
  for (const LocatedText& id : ids) texts.push_back(*id);
  return join(texts, ", ");
}

/// A requirement as a link: with its page's anchor on the site, as plain text where the text at hand can't refer to it.
Data requirement_link(const RowSource& source, const CatalogRequirement& one) {
  Data row;
  put(row, "title", *one.requirement->id);
  put(row, "href", text_or_nothing(source.href_of(one.item)));
  return row;
}

Data control_row(const RowSource& source, const ControlStatement& statement) {
  DataList documents;
  for (const ItemRef item : statement.documents) documents.push_back(item_row(source, item));
  DataList requirements;
  for (const ItemRef item : statement.requirements) requirements.push_back(item_row(source, item));
  const char* applicable = !statement.applicable ? "undecided" : *statement.applicable ? "yes" : "no";
  Data row;
  put(row, "id", statement.control->id);
  put(row, "title", statement.control->title.in(source.view.language()));
  put(row, "applicable", source.words[std::string("answer_") + applicable]);
  put(row, "applicable_key", std::string(applicable));
  put(row, "justification", text_or_nothing(statement.justification));
  put(row, "status", statement.status ? Data(status_word(source.words, *statement.status)) : Data(false));
  put(row, "documents", items_or_nothing(documents));
  put(row, "requirements", items_or_nothing(requirements));
  return row;
}

}  // namespace

const std::string& status_word(const Words& words, ControlStatus status) {
  switch (status) {
    case ControlStatus::planned:
      break;
    case ControlStatus::partial:
      return words["status_partial"];
    case ControlStatus::implemented:
      return words["status_implemented"];
    case ControlStatus::excluded:
      return words["status_excluded"];
  }
  return words["status_planned"];
}

std::string recommendation_anchor(std::string_view id) {
  std::string anchor = "_recommendation-";
  for (const char c : id) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    anchor += is_plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return anchor;
}

Data requirement_row(const Words& words, const Requirement& requirement) {
  Data row;
  put(row, "id", *requirement.id);
  put(row, "text", *requirement.text);
  put(row, "theme", text_or_nothing(requirement.theme));
  put(row, "kind", words[requirement.minimum ? "kind_minimum" : "kind_standard"]);
  put(row, "form", words[requirement.solution ? "form_solution" : "form_effect"]);
  put(row, "verification", text_or_nothing(requirement.verification));
  put(row, "frequency",
      text_or_nothing(requirement.frequency ? words.frequency(**requirement.frequency) : std::string()));
  put(row, "note", text_or_nothing(requirement.note));
  return row;
}

Data dispensation_row(const RowSource& source, const Dispensation& dispensation) {
  const auto document = source.view.find(*dispensation.document);
  Data row;
  put(row, "id", *dispensation.id);
  put(row, "document", document ? item_row(source, *document) : Data(false));
  put(row, "section",
      document ? text_or_nothing(section_title(source.view, *document, dispensation.section)) : Data(false));
  put(row, "reason", dispensation.reason);
  put(row, "measures", items_or_nothing(texts(dispensation.measures)));
  put(row, "decided_by", dispensation.decided_by);
  put(row, "decided", day_or_nothing(source.words, *dispensation.decided));
  put(row, "expires", day_or_nothing(source.words, *dispensation.expires));
  return row;
}

DataList dispensation_rows(const RowSource& source, const EmbedOptions& options) {
  const std::string only = option(options, "document");
  DataList rows;
  for (const Dispensation* dispensation : source.view.dispensations()) {
    if (only.empty() || *dispensation->document == only) rows.push_back(dispensation_row(source, *dispensation));
  }
  return rows;
}

DataList control_themes(const RowSource& source) {
  DataList themes;
  if (source.view.applicability().empty()) return themes;
  for (const ControlTheme& theme : annex_a_themes()) {
    DataList controls;
    for (const ControlStatement& statement : source.view.applicability()) {
      if (statement.control->id.starts_with(theme.prefix)) controls.push_back(control_row(source, statement));
    }
    Data row;
    put(row, "title", theme.title.in(source.view.language()));
    put(row, "prefix", theme.prefix.substr(0, theme.prefix.size() - 1));
    put(row, "tells_reasons", source.view.tells_reasons());
    put(row, "controls", controls);
    themes.push_back(std::move(row));
  }
  return themes;
}

DataList requirement_rows(const RowSource& source, const EmbedOptions& options) {
  const std::string phase = option(options, "phase");
  const std::vector<const Catalog*> wanted = wanted_catalogs(source.view, options);
  std::set<std::string_view> met;
  DataList rows;
  for (const Catalog* catalog : wanted) {
    for (const CatalogRequirement& one : contents_of(source.view, *catalog).requirements) {
      const Requirement& requirement = *one.requirement;
      const bool is_wanted = phase.empty() || (requirement.phase && **requirement.phase == phase);
      if (!is_wanted || !met.insert(*requirement.id).second) continue;
      Data row = requirement_row(source.words, requirement);
      put(row, "href", text_or_nothing(source.href_of(one.item)));
      put(row, "recommendation_ids", text_or_nothing(ids_text(requirement.recommendations)));
      put(row, "control_ids", text_or_nothing(ids_text(requirement.controls)));
      const bool is_inherited = wanted.size() == 1 && one.catalog != catalog;
      put(row, "inherited_from", is_inherited ? text_or_nothing(*one.catalog->title) : Data(false));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

DataList coverage_rows(const RowSource& source, const EmbedOptions& options) {
  // Recommendations are local to their catalog: one that several catalogs inherit is told once, with what each of them
  // does about it.
  struct Covered {
    const Recommendation* recommendation;
    std::vector<CatalogRequirement> requirements;
  };
  std::vector<Covered> all;
  std::map<const Recommendation*, std::size_t> places;
  for (const Catalog* catalog : wanted_catalogs(source.view, options)) {
    const CatalogContents contents = contents_of(source.view, *catalog);
    for (const CatalogRecommendation& one : contents.recommendations) {
      const auto [place, is_new] = places.emplace(one.recommendation, all.size());
      if (is_new) all.push_back({one.recommendation, {}});
      for (const std::uint32_t position : one.requirements) {
        all[place->second].requirements.push_back(contents.requirements[position]);
      }
    }
  }
  DataList rows;
  for (const Covered& covered : all) {
    std::set<std::string_view> met;
    DataList requirements;
    for (const CatalogRequirement& one : covered.requirements) {
      if (met.insert(*one.requirement->id).second) requirements.push_back(requirement_link(source, one));
    }
    Data row;
    put(row, "id", *covered.recommendation->id);
    put(row, "text", covered.recommendation->text);
    put(row, "requirements", items_or_nothing(requirements));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kanon
