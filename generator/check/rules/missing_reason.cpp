#include <algorithm>
#include <array>

#include "check/requirements.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

bool names_any(const std::vector<LocatedText>& ids) {
  return std::ranges::any_of(ids, [](const LocatedText& id) { return !id->empty(); });
}

bool has_reason(const Requirement& requirement, const WrittenKeys& keys) {
  if (names_any(requirement.recommendations) || names_any(requirement.controls) || names_any(requirement.derives_from))
    return true;
  constexpr std::array<std::string_view, 3> reasons{"recommendations", "controls", "derives_from"};
  return std::ranges::any_of(reasons,
                             [&](std::string_view key) { return keys.says_something(requirement.range, key); });
}

void find_missing_reasons(const CheckInput& input, Reporter& reporter) {
  for_each_judged_with_keys(
      input.corpus(), RuleId::missing_reason,
      [&](const Catalog& catalog, const Requirement& requirement, const WrittenKeys& keys) {
        if (has_reason(requirement, keys)) return;
        reporter.report(
            catalog.file, requirement.range,
            message("Kravet «{}» nævner ingen grund", "The requirement “{}” names no reason", quoted(*requirement.id)),
            {"Skriv under recommendations, controls eller derives_from, hvad kravet bygger på.",
             "Write below recommendations, controls or derives_from what the requirement builds on."});
      });
}

}  // namespace

namespace rules {
const Rule missing_reason{RuleId::missing_reason,
                          "requirements",
                          Severity::warning,
                          {"Et krav bygger hverken på en anbefaling, en foranstaltning eller et andet krav",
                           "A requirement builds on no recommendation, control or other requirement"},
                          find_missing_reasons};
}  // namespace rules

}  // namespace kanon
