#include "check/catalog_lists.h"

#include <algorithm>

namespace kanon {
namespace {

constexpr std::size_t kMostExtended = 64;

}  // namespace

CatalogLists::CatalogLists(const Model& model, const Catalog& catalog) {
  const Catalog* at = &catalog;
  while (at != nullptr && catalogs_.size() <= kMostExtended && std::ranges::find(catalogs_, at) == catalogs_.end()) {
    catalogs_.push_back(at);
    const auto extended = at->extends ? model.find(at->extends->value) : std::nullopt;
    at = extended && extended->kind == ItemKind::catalog ? &model.source().catalogs[extended->index] : nullptr;
  }
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
