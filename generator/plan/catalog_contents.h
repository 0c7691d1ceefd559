#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "plan/view.h"

namespace kanon {

/// A requirement of a catalog, or one that it inherits.
struct CatalogRequirement {
  const Catalog* catalog = nullptr;  ///< the edition that has it
  const Requirement* requirement = nullptr;
  ItemRef item;
  std::size_t phase = 0;  ///< a position in CatalogContents::phases; beyond them: of no phase
};

/// A recommendation, and the requirements that carry it out.
struct CatalogRecommendation {
  const Catalog* catalog = nullptr;
  const Recommendation* recommendation = nullptr;
  std::size_t phase = 0;                    ///< likewise
  std::vector<std::uint32_t> requirements;  ///< positions in CatalogContents::requirements, ascending, each once
};

/// What a catalog holds with what it inherits, as an audience sees it. Phases, recommendations and requirements of one
/// id are the same thing: the catalog that extends has the last word. What is inherited stands first.
struct CatalogContents {
  std::vector<const Phase*> phases;
  std::vector<CatalogRecommendation> recommendations;
  std::vector<CatalogRequirement> requirements;

  const CatalogRecommendation* recommendation(std::string_view id) const;  ///< null where there is none

  bool has_requirement(std::string_view id) const { return requirement_ids.contains(id); }

  std::unordered_map<std::string_view, std::size_t> recommendation_places;
  std::unordered_set<std::string_view> requirement_ids;
};

CatalogContents contents_of(const View& view, const Catalog& catalog);

}  // namespace kanon
