#include "resolve/catalog_chain.h"

#include <algorithm>

namespace kanon {

std::vector<ItemRef> catalog_chain(const Model& model, ItemRef catalog) {
  constexpr std::size_t most_extended = 64;
  std::vector<ItemRef> chain;
  std::optional<ItemRef> at = catalog;
  while (at && at->kind == ItemKind::catalog && chain.size() <= most_extended &&
         std::ranges::find(chain, *at) == chain.end()) {
    chain.push_back(*at);
    const auto& extends = model.source().catalogs[at->index].extends;
    at = extends ? model.find(extends->value) : std::nullopt;
  }
  return chain;
}

}  // namespace kanon
