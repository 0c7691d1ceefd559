#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/text.h"
#include "check/front_matter.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"
#include "pact/admission.h"

namespace kanon {
namespace {

/// Finds the objectives that declarations leave out. One who was rejected may have been so for that very reason, and
/// one who left is no longer held to it.
class UnmetObjectives {
 public:
  UnmetObjectives(const CheckInput& input, Reporter& reporter) : corpus_(input.corpus()), reporter_(reporter) {
    for (const Objective& objective : corpus_.objectives)
      for (const Criterion& criterion : objective.criteria) known_.insert(*criterion.id);
  }

  void find() {
    for (const Member& member : corpus_.members) {
      if (!can_be_judged(member)) continue;
      for (const auto index : unmet_objectives(corpus_, **member.declaration)) {
        // An objective without criteria can be met by nobody, whatever the declaration says.
        if (!corpus_.objectives[index].criteria.empty()) report(member, corpus_.objectives[index]);
      }
    }
  }

 private:
  /// A criterion that is not known, or that could not be read, may be the one that is missed: it is a finding of its
  /// own.
  bool can_be_judged(const Member& member) const {
    const ParsedFile& file = corpus_.parsed(member.file);
    if (!member.declaration || keys_are_unreadable(file) || !is_associated(corpus_, member) ||
        !is_at(member, {MemberStatus::applicant, MemberStatus::circulated, MemberStatus::admitted}))
      return false;
    const auto& criteria = (*member.declaration)->criteria;
    const YamlNode* list = value_in(file, "declaration", "criteria");
    if (says_something(list) && list->kind != YamlKind::sequence) return false;
    return places_of(file, list).size() == criteria.size() &&
           std::ranges::all_of(criteria, [&](const auto& one) { return known_.contains(*one.criterion); });
  }

  void report(const Member& member, const Objective& objective) {
    auto& found = reporter_.report(
        member.file, key_of(corpus_.parsed(member.file), "declaration", "criteria"),
        message("Erklæringen nævner intet kriterium under målsætningen «{}»",
                "The declaration names no criterion of the objective “{}”", quoted(objective.title)),
        message("Skriv under criteria mindst ét af målsætningens kriterier, som erklæringen opfylder: {}.",
                "Write below criteria at least one of the objective's criteria that the declaration meets: {}.",
                criteria_of(objective)));
    if (is_at(member, {MemberStatus::applicant, MemberStatus::circulated})) found.severity = Severity::warning;
  }

  static std::string criteria_of(const Objective& objective) {
    constexpr std::size_t most_named = 6;
    std::vector<std::string> ids;
    for (const Criterion& criterion : objective.criteria) {
      if (ids.size() == most_named) return join(ids, ", ") + " …";
      ids.push_back(*criterion.id);
    }
    return join(ids, ", ");
  }

  const Corpus& corpus_;
  Reporter& reporter_;
  std::unordered_set<std::string_view> known_;
};

void find_unmet_objectives(const CheckInput& input, Reporter& reporter) { UnmetObjectives(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule unmet_objective{
    RuleId::unmet_objective,
    "members",
    Severity::error,
    {"En erklæring nævner intet kriterium under en målsætning", "A declaration names no criterion of an objective"},
    find_unmet_objectives};
}  // namespace rules

}  // namespace kanon
