#include <algorithm>
#include <unordered_map>

#include "plan/view.h"

namespace kanon {
namespace {

/// Catalogs may extend each other in a circle that no check has stopped yet.
constexpr std::size_t most_extended = 64;

}  // namespace

const Catalog* View::catalog(std::string_view id) const {
  const auto found = find(id);
  return found && found->kind == ItemKind::catalog ? &model_->source().catalogs[found->index] : nullptr;
}

const Catalog* View::catalog(const ReleaseName& release) const {
  const auto found = edition(release);
  return found && found->kind == ItemKind::catalog ? &model_->source().catalogs[found->index] : nullptr;
}

std::vector<const Catalog*> View::chain_of(const Catalog& catalog) const {
  const auto& recorded = catalog.edition.parts;
  const auto next_after = [&](const Catalog& extending) -> const Catalog* {
    if (!extending.extends) return nullptr;
    const auto release = std::ranges::find(recorded, **extending.extends, &ReleaseName::id);
    return release == recorded.end() ? this->catalog(**extending.extends) : this->catalog(*release);
  };
  std::vector<const Catalog*> chain;
  const auto is_met = [&](const Catalog& one) {
    return std::ranges::any_of(chain, [&](const Catalog* other) { return *other->id == *one.id; });
  };
  for (const Catalog* at = &catalog; at != nullptr && chain.size() <= most_extended && !is_met(*at);
       at = next_after(*at)) {
    chain.push_back(at);
  }
  return chain;
}

const Requirement& View::requirement(ItemRef item) const {
  return model_->source().catalogs[item.index].requirements[item.part];
}

void View::collect_implementations() {
  std::unordered_map<std::uint32_t, std::size_t> by_title;
  for (const Document* document : documents_) by_title.emplace(ref_of(*document).index, by_title.size());
  for (Implementation& one : implementations(*model_)) {
    if (sees(one.requirement) && sees(one.document)) implementations_.push_back(std::move(one));
  }
  std::ranges::stable_sort(implementations_, {}, [&](const Implementation& one) {
    return std::pair(one.requirement, by_title.at(one.document.index));
  });
}

std::span<const Implementation> View::implementations_of(std::string_view requirement) const {
  const auto item = find(requirement);
  if (!item) return {};
  const auto found = std::ranges::equal_range(implementations_, *item, {}, &Implementation::requirement);
  return {found.begin(), found.end()};
}

std::vector<Implementation> View::implemented_by(const Document& document) const {
  std::vector<Implementation> found = kanon::implementations_of(*model_, ref_of(document));
  std::erase_if(found, [&](const Implementation& one) { return !sees(one.requirement) || !sees(one.document); });
  return found;
}

}  // namespace kanon
