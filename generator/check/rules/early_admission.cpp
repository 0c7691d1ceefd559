#include "check/admissions.h"
#include "check/front_matter.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// What had to be waited for, and until when where that is known.
struct Wait {
  Message reason;
  std::optional<Date> until;
};

/// Nothing where the decision is another rule's business: it went against the applicant, or lacks its meeting.
std::optional<Wait> wait_of(const Member& member, const Admission& admission, Date today) {
  if (lacks_meeting(member, admission) || was_turned_down(member, admission, today)) return std::nullopt;
  if (!admission.circulated)
    return Wait{{"erklæringen er ikke sendt til de stiftende medlemmer",
                 "the declaration was not sent to the founding members"},
                std::nullopt};
  const auto& meeting = (*member.assessment)->meeting;
  if (!admission.responses_are_closed)
    return Wait{message("de stiftende medlemmer kan svare til og med {}", "the founding members may answer up to {}",
                        admission.deadline->iso()),
                std::nullopt};
  const bool by_meeting = admission.objections > 0 && meeting;
  if (by_meeting && **meeting > *admission.closed_on)
    return Wait{message("mødet om indsigelsen er den {}", "the meeting on the objection is on {}", (*meeting)->iso()),
                **meeting};
  return Wait{
      message("svarene var først afsluttet {}", "the answers were only closed on {}", admission.closed_on->iso()),
      admission.closed_on};
}

void find_early_admissions(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    const auto admission = admission_to_judge(input, member);
    if (!admission) continue;
    const bool dated = member.admitted.has_value();
    if (!dated && says_something_of(input.corpus().parsed(member.file), "admitted")) continue;
    // A day after today is wrong in itself; until it is right nobody knows whether it is too early.
    if (dated && **member.admitted > input.today) continue;
    const auto wait = wait_of(member, *admission, input.today);
    if (!wait || (wait->until && (dated ? **member.admitted : input.today) >= *wait->until)) continue;
    const std::string on_da = dated ? " den " + (*member.admitted)->iso() : "";
    const std::string on_en = dated ? " on " + (*member.admitted)->iso() : "";
    reporter.report(member.file, dated ? member.admitted->range : member.status_at,
                    {fmt::format("Er optaget{}, men {}", on_da, wait->reason.da),
                     fmt::format("Was admitted{}, but {}", on_en, wait->reason.en)},
                    {"Ret datoerne, hvis en af dem er forkert. Ellers skriv status: circulated, til sagen er afgjort.",
                     "Correct the dates if one of them is wrong. Else write status: circulated until the case is "
                     "decided."});
  }
}

}  // namespace

namespace rules {
const Rule early_admission{
    RuleId::early_admission,
    "members",
    Severity::error,
    {"Et medlem er optaget, før sagen var afgjort", "A member was admitted before the case was decided"},
    find_early_admissions};
}  // namespace rules

}  // namespace kanon
