#include "check/catalog_lists.h"

#include <algorithm>

#include "resolve/catalog_chain.h"

namespace kanon {
CatalogLists::CatalogLists(const Model& model, ItemRef catalog) {
  for (const ItemRef item : catalog_chain(model, catalog)) catalogs_.push_back(&model.source().catalogs[item.index]);
}

bool CatalogLists::has_phase(std::string_view id) const {
  return std::ranges::any_of(catalogs_, [id](const Catalog* catalog) {
    return std::ranges::any_of(catalog->phases, [id](const Phase& phase) { return phase.id.value == id; });
  });
}

bool CatalogLists::has_recommendation(std::string_view id) const {
  return std::ranges::any_of(catalogs_, [id](const Catalog* catalog) {
    return std::ranges::any_of(catalog->recommendations,
                               [id](const Recommendation& recommendation) { return recommendation.id.value == id; });
  });
}

}  // namespace kanon
