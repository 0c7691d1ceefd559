#include <algorithm>

#include "base/collate.h"
#include "pact/evaluations.h"
#include "plan/view.h"
#include "resolve/addresses.h"

namespace kanon {
std::vector<FormerMember> View::former_members() const {
  std::vector<FormerMember> former;
  const auto& members = model_->source().members;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const Member& member = members[i];
    const ItemRef item{ItemKind::member, i, 0};
    if (member.status != MemberStatus::left || !up_to_ || !within(model_->level_of(item))) continue;
    const auto address = kanon::address_of(*model_, item);
    if (!address) continue;
    former.push_back(
        {member.id, member.name, member.kind, unlocated(member.admitted), unlocated(member.left), *address});
  }
  std::ranges::sort(former, [&](const FormerMember& a, const FormerMember& b) {
    const int order = compare_titles(*a.name, *b.name, language());
    return order != 0 ? order < 0 : *a.id < *b.id;
  });
  return former;
}

std::vector<const PublishedMember*> View::members_of(const Project& project) const {
  std::vector<const PublishedMember*> found;
  for (const PublishedMember& member : members_) {
    if (!member.declaration) continue;
    const auto& named = (*member.declaration)->projects;
    if (std::ranges::any_of(named, [&](const LocatedText& id) { return *id == *project.id; })) found.push_back(&member);
  }
  return found;
}

std::vector<Contribution> View::contributions(Date today) const {
  std::vector<Contribution> contributions;
  if (!up_to_ || *up_to_ == 0) return contributions;
  for (const PublishedMember& published : members_) {
    if (published.kind != MemberKind::associated) continue;
    const Member& member = model_->source().members[published.ref.index];
    Contribution contribution{published.ref, member.evaluations, missing_evaluations(member, today)};
    std::ranges::sort(contribution.evaluations, {},
                      [](const Evaluation& one) { return std::pair(*one.year, one.range.begin); });
    contributions.push_back(std::move(contribution));
  }
  return contributions;
}

}  // namespace kanon
