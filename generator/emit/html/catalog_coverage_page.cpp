#include <algorithm>

#include "emit/html/matrix.h"
#include "emit/html/page_parts.h"
#include "emit/html/register_rows.h"
#include "emit/html/requirement_cards.h"

namespace kanon {
namespace {

MatrixEntry requirement_entry(const RequirementCards& cards, const CatalogRequirement& one) {
  return {*one.requirement->id, {}, cards.href_of(one)};
}

/// [{id, text, href}]: the recommendations that no requirement carries out.
DataList uncovered_recommendations(const CatalogContents& contents) {
  DataList rows;
  for (const CatalogRecommendation& one : contents.recommendations) {
    if (!one.requirements.empty()) continue;
    Data row;
    put(row, "id", *one.recommendation->id);
    put(row, "text", one.recommendation->text);
    put(row, "href", "#" + recommendation_anchor(*one.recommendation->id));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// {text, items: {title, href}}: the requirements that lack something.
template <class Lacks>
Data requirements_without(const PageParts& parts, const RequirementCards& cards, const CatalogContents& contents,
                          const char* one_word, const char* many_word, const Lacks& lacks) {
  DataList rows;
  for (const CatalogRequirement& one : contents.requirements) {
    if (!lacks(*one.requirement)) continue;
    Data row;
    put(row, "title", *one.requirement->id);
    put(row, "href", cards.href_of(one));
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return false;
  Data data;
  put(data, "text", count_text(parts.words, rows.size(), one_word, many_word));
  put(data, "items", rows);
  return data;
}

/// One part of the matrix a phase: its recommendations, and the requirements that carry them out.
DataList matrix(const PageParts& parts, const RequirementCards& cards, const CatalogContents& contents) {
  std::vector<MatrixPart> by_phase(contents.phases.size() + 1);
  std::vector<std::uint32_t> columns(contents.requirements.size());
  for (std::size_t phase = 0; phase < by_phase.size(); ++phase) {
    MatrixPart& part = by_phase[phase];
    const bool is_phase = phase < contents.phases.size();
    part.title = is_phase ? *contents.phases[phase]->id + ". " + contents.phases[phase]->title
                          : parts.words[contents.phases.empty() ? "recommendations" : "recommendations_without_phase"];
    part.anchor = "_phase-" + std::to_string(phase + 1);
  }
  std::vector<std::vector<const CatalogRecommendation*>> recommendations(by_phase.size());
  for (const CatalogRecommendation& one : contents.recommendations) recommendations[one.phase].push_back(&one);
  for (std::size_t phase = 0; phase < by_phase.size(); ++phase) {
    MatrixPart& part = by_phase[phase];
    std::vector<bool> named(contents.requirements.size());
    for (const auto* one : recommendations[phase]) {
      for (const std::uint32_t position : one->requirements) named[position] = true;
    }
    for (std::uint32_t position = 0; position < named.size(); ++position) {
      if (!named[position]) continue;
      columns[position] = static_cast<std::uint32_t>(part.columns.size());
      part.columns.push_back(requirement_entry(cards, contents.requirements[position]));
    }
    for (const auto* one : recommendations[phase]) {
      const std::string& id = *one->recommendation->id;
      part.rows.push_back({id, one->recommendation->text, false, recommendation_anchor(id)});
      auto& of_row = part.of_row.emplace_back();
      for (const std::uint32_t position : one->requirements) of_row.push_back(columns[position]);
    }
  }
  const MatrixWords words{parts.words["recommendation"], parts.words["requirements"], parts.words["not_covered"]};
  DataList rows;
  for (const MatrixPart& part : by_phase) {
    if (!part.rows.empty()) rows.push_back(matrix_part(part, words));
  }
  return rows;
}

}  // namespace

void add_catalog_coverage(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const ItemRef item = *parts.page.item;
  const Catalog& catalog = view.catalog(item);
  const CatalogContents contents = contents_of(view, catalog);
  const RequirementCards cards(parts, catalog, contents);
  const DataList uncovered = uncovered_recommendations(contents);
  const std::size_t all = contents.recommendations.size();
  put(data, "catalog", item_row(parts.rows(), item));
  put(data, "summary",
      parts.words.with(uncovered.empty() ? "coverage_all" : "coverage_some",
                       {{"n", std::to_string(all - uncovered.size())}, {"all", std::to_string(all)}}));
  put(data, "uncovered", items_or_nothing(uncovered));
  put(data, "without_recommendation",
      requirements_without(parts, cards, contents, "without_recommendation_one", "without_recommendation_many",
                           [&](const Requirement& one) {
                             return std::ranges::none_of(one.recommendations, [&](const LocatedText& id) {
                               return contents.recommendation(*id) != nullptr;
                             });
                           }));
  put(data, "without_document",
      requirements_without(parts, cards, contents, "without_document_one", "without_document_many",
                           [&](const Requirement& one) { return view.implementations_of(*one.id).empty(); }));
  put(data, "matrix", matrix(parts, cards, contents));
}

}  // namespace kanon
