#include "resolve/hierarchy.h"

#include <algorithm>

#include "base/collate.h"

namespace kanon {

std::vector<std::optional<std::uint32_t>> named_parents(const Model& model) {
  const auto& documents = model.source().documents;
  std::vector<std::optional<std::uint32_t>> parents(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].parent) continue;
    const auto named = model.find(documents[i].parent->value);
    if (named && named->kind == ItemKind::document) parents[i] = named->index;
  }
  return parents;
}

std::vector<std::vector<std::uint32_t>> circles(const std::vector<std::optional<std::uint32_t>>& next) {
  std::vector<std::vector<std::uint32_t>> found;
  // Which walk reached a position first; a walk that meets itself has run in a circle. 0: none yet.
  std::vector<std::uint32_t> walk(next.size(), 0);
  for (std::uint32_t start = 0; start < next.size(); ++start) {
    std::optional<std::uint32_t> at = start;
    while (at && walk[*at] == 0) {
      walk[*at] = start + 1;
      at = next[*at];
    }
    if (!at || walk[*at] != start + 1) continue;
    std::vector<std::uint32_t> circle{*at};
    for (auto other = *next[*at]; other != *at; other = *next[other]) circle.push_back(other);
    std::ranges::rotate(circle, std::ranges::min_element(circle));
    found.push_back(std::move(circle));
  }
  std::ranges::sort(found);
  return found;
}

void tie_hierarchy(Model& model) {
  const auto& documents = model.source().documents;
  model.parent = named_parents(model);
  for (const auto& circle : circles(model.parent))
    for (const std::uint32_t member : circle) model.parent[member].reset();
  model.children.assign(documents.size(), {});
  for (std::uint32_t i = 0; i < documents.size(); ++i)
    if (model.parent[i] && leads(documents[i])) model.children[*model.parent[i]].push_back(i);
  const Language language = model.source().config.language;
  for (auto& children : model.children) {
    std::ranges::sort(children, [&](std::uint32_t a, std::uint32_t b) {
      const int order = compare_titles(documents[a].title.value, documents[b].title.value, language);
      return order != 0 ? order < 0 : a < b;
    });
  }
}

}  // namespace kanon
