#include "exchange/phase_groups.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace kanon {
namespace {

/// Groups in the order in which their phases are met.
class Grouping {
 public:
  PhaseGroup& of(const std::string& id) {
    const auto [found, is_new] = places_.emplace(id, groups_.size());
    if (is_new) groups_.push_back({.id = id, .name = {}, .recommendations = {}, .requirements = {}});
    return groups_[found->second];
  }

  void add(const Recommendation& recommendation) {
    auto& list = of(*recommendation.phase).recommendations;
    const auto same = std::ranges::find(list, *recommendation.id, [](const Recommendation* one) { return *one->id; });
    if (same == list.end()) {
      list.push_back(&recommendation);
    } else {
      *same = &recommendation;
    }
  }

  std::vector<PhaseGroup> take() {
    std::erase_if(groups_,
                  [](const PhaseGroup& group) { return group.recommendations.empty() && group.requirements.empty(); });
    std::ranges::stable_partition(groups_, [](const PhaseGroup& group) { return !group.id.empty(); });
    return std::move(groups_);
  }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<PhaseGroup> groups_;
};

}  // namespace

std::string PhaseGroup::title(Language language) const {
  if (!name.empty()) return name;
  if (!id.empty()) return id;
  return Message{"Øvrige krav", "Other requirements"}.in(language);
}

std::string PhaseGroup::heading(Language language) const {
  return id.empty() || name.empty() ? title(language) : id + ". " + name;
}

std::vector<PhaseGroup> phase_groups(const std::vector<const Catalog*>& chain) {
  Grouping groups;
  for (const Catalog* catalog : chain | std::views::reverse) {
    for (const Phase& phase : catalog->phases) groups.of(*phase.id).name = phase.title;
  }
  for (const Catalog* catalog : chain | std::views::reverse) {
    for (const Recommendation& recommendation : catalog->recommendations) groups.add(recommendation);
    for (const Requirement& requirement : catalog->requirements) {
      groups.of(requirement.phase ? **requirement.phase : std::string())
          .requirements.push_back({catalog, &requirement});
    }
  }
  return groups.take();
}

}  // namespace kanon
