#include "check/derivations.h"

namespace kanon {
namespace {

/// A walk in depth along `derives_from` with a stack of its own: chains may be longer than the program's.
class DerivationWalk {
 public:
  explicit DerivationWalk(const Model& model) : model_(model) {
    for (const auto& catalog : model.source().catalogs)
      states_.emplace_back(catalog.requirements.size(), State::unseen);
  }

  std::vector<CircularDerivation> walk() {
    for (std::uint32_t catalog = 0; catalog < states_.size(); ++catalog)
      for (std::uint32_t part = 0; part < states_[catalog].size(); ++part)
        walk_from({ItemKind::requirement, catalog, part});
    return std::move(found_);
  }

 private:
  enum class State : std::uint8_t { unseen, under_way, done };
  struct Step {
    ItemRef requirement;
    std::size_t next = 0;  ///< which of its derivations comes next
  };

  State& state_of(ItemRef requirement) { return states_[requirement.index][requirement.part]; }
  const std::vector<LocatedText>& derivations_of(ItemRef requirement) const {
    return model_.source().catalogs[requirement.index].requirements[requirement.part].derives_from;
  }

  void enter(ItemRef requirement) {
    state_of(requirement) = State::under_way;
    path_.push_back({requirement});
  }

  void walk_from(ItemRef start) {
    if (state_of(start) != State::unseen) return;
    enter(start);
    while (!path_.empty()) {
      Step& at = path_.back();
      const auto& derivations = derivations_of(at.requirement);
      if (at.next == derivations.size()) {
        state_of(at.requirement) = State::done;
        path_.pop_back();
      } else {
        follow(at.requirement, derivations[at.next++]);
      }
    }
  }

  void follow(ItemRef requirement, const LocatedText& from) {
    const auto to = model_.find(from.value);
    if (!to || to->kind != ItemKind::requirement) return;
    if (state_of(*to) == State::under_way) found_.push_back({requirement, &from});
    if (state_of(*to) == State::unseen) enter(*to);
  }

  const Model& model_;
  std::vector<std::vector<State>> states_;
  std::vector<Step> path_;
  std::vector<CircularDerivation> found_;
};

}  // namespace

std::vector<CircularDerivation> circular_derivations(const Model& model) { return DerivationWalk(model).walk(); }

}  // namespace kanon
