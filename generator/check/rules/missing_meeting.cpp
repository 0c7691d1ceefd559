#include "check/admissions.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

Message what_is_missing(const Assessment& assessment) {
  if (!assessment.meeting && !assessment.meeting_approved) return {"der står intet møde", "there is no meeting"};
  if (!assessment.meeting) return {"der står ikke, hvornår mødet var", "it doesn't say when the meeting was"};
  return {"der står ikke, hvad mødet kom frem til", "it doesn't say what the meeting came to"};
}

void find_missing_meetings(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    const auto admission = admission_to_judge(input, member);
    if (!admission || !lacks_meeting(member, *admission)) continue;
    const Message missing = what_is_missing(**member.assessment);
    const ParsedFile& file = input.corpus().parsed(member.file);
    Diagnostic& found = reporter.report(
        member.file, first_character(file, member.assessment->range),
        {fmt::format("Der er gjort indsigelse mod «{}», men {}", quoted(*member.id), missing.da),
         fmt::format("There was an objection to “{}”, but {}", quoted(*member.id), missing.en)},
        {"Skriv under assessment mødets dato som meeting: og dets udfald som outcome: approved eller rejected.",
         "Write below assessment the meeting's date as meeting: and its outcome as outcome: approved or rejected."});
    for (const CountedResponse& counted : admission->responses) {
      if (counted.is_late || !counted.response->objects) continue;
      found.related.push_back(reporter.related(
          member.file, first_character(file, counted.response->range),
          message("Indsigelsen fra «{}»", "The objection by “{}”", quoted(*counted.response->member))));
      break;
    }
  }
}

}  // namespace

namespace rules {
const Rule missing_meeting{RuleId::missing_meeting,
                           "members",
                           Severity::error,
                           {"Et medlem er optaget trods en indsigelse, uden at et møde har afgjort sagen",
                            "A member was admitted despite an objection, and no meeting decided the case"},
                           find_missing_meetings};
}  // namespace rules

}  // namespace kanon
