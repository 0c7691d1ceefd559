#include "check/requirements.h"

#include <algorithm>
#include <array>

namespace kanon {

std::span<const RuleId> rules_of_one_requirement() {
  static constexpr std::array rules{RuleId::vague_wording,     RuleId::vague_time,     RuleId::missing_verification,
                                    RuleId::missing_frequency, RuleId::not_imperative, RuleId::compound_requirement,
                                    RuleId::missing_reason};
  return rules;
}

std::string_view judged_text(const Requirement& requirement) {
  constexpr std::size_t longest = 10'000;
  return std::string_view(*requirement.text).substr(0, longest);
}

bool is_silenced(const Requirement& requirement, RuleId rule) {
  return std::ranges::any_of(requirement.silence,
                             [&](const Silence& silence) { return *silence.rule == name_of(rule); });
}

}  // namespace kanon
