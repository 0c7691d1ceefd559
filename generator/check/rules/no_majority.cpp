#include "check/admissions.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_admissions_without_majority(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    const auto admission = admission_to_judge(input, member);
    if (!admission || !was_turned_down(member, *admission, input.today)) continue;
    const bool by_meeting = (*member.assessment)->meeting_approved.has_value();
    reporter.report(member.file, member.status_at,
                    by_meeting ? message("«{}» står som optaget, men mødet endte med et nej",
                                         "“{}” stands as admitted, but the meeting ended with a no", quoted(*member.id))
                               : message("«{}» står som optaget, men kun {} af {} stiftende medlemmer har godkendt",
                                         "“{}” stands as admitted, but only {} of {} founding members approved",
                                         quoted(*member.id), admission->approvals, admission->founders.size()),
                    {"Skriv status: rejected, eller ret udfaldet eller svarene, hvis et af dem er skrevet forkert.",
                     "Write status: rejected, or correct the outcome or the answers if one of them is wrong."});
  }
}

}  // namespace

namespace rules {
const Rule no_majority{RuleId::no_majority,
                       "members",
                       Severity::error,
                       {"Et medlem er optaget, uden at et flertal godkendte det",
                        "A member was admitted without a majority that approved it"},
                       find_admissions_without_majority};
}  // namespace rules

}  // namespace kanon
