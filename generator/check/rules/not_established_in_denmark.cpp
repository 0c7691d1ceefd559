#include "base/text.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// One who was rejected may have been so for that very reason, and one who left may have moved.
void find_established_elsewhere(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    if (!member.established_in || !is_associated(input.corpus(), member) ||
        !is_at(member, {MemberStatus::applicant, MemberStatus::circulated, MemberStatus::admitted}))
      continue;
    const std::string& country = **member.established_in;
    if (country.empty() || lower_ascii(country) == "dk") continue;
    reporter.report(
        member.file, member.established_in->range,
        message("Et associeret medlem skal være etableret i Danmark (DK), men her står «{}»",
                "An associated member has to be established in Denmark (DK), but “{}” stands here", quoted(country)),
        {"Er det etableret i Danmark, så skriv DK. Ellers kan det ikke optages: skriv status: rejected.",
         "If it is established in Denmark, write DK. Else it can't be admitted: write status: rejected."});
  }
}

}  // namespace

namespace rules {
const Rule not_established_in_denmark{
    RuleId::not_established_in_denmark,
    "members",
    Severity::error,
    {"Et associeret medlem er ikke etableret i Danmark", "An associated member is not established in Denmark"},
    find_established_elsewhere};
}  // namespace rules

}  // namespace kanon
