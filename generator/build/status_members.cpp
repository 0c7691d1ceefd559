#include "build/status_parts.h"
#include "pact/evaluations.h"

namespace kanon {
namespace {

bool is_under_way(const Member& member) {
  return member.kind == MemberKind::associated &&
         (member.status == MemberStatus::applicant || member.status == MemberStatus::circulated);
}

const char* state_of(AdmissionStep next) {
  switch (next) {
    case AdmissionStep::circulate:
      return "not-circulated";
    case AdmissionStep::await_responses:
      return "awaiting-responses";
    case AdmissionStep::hold_meeting:
      return "objected";
    case AdmissionStep::decide_meeting:
      return "awaiting-outcome";
    case AdmissionStep::admit:
      return "approved";
    case AdmissionStep::reject:
      return "not-approved";
    case AdmissionStep::none:
      break;
  }
  return "closed";
}

Message next_in_words(AdmissionStep next) {
  switch (next) {
    case AdmissionStep::circulate:
      return {"Erklæringen skal sendes til de stiftende medlemmer",
              "The declaration has to be sent to the founding members"};
    case AdmissionStep::await_responses:
      return {"Afventer svar", "Awaiting answers"};
    case AdmissionStep::hold_meeting:
      return {"Der er gjort indsigelse: hold et møde", "There is an objection: hold a meeting"};
    case AdmissionStep::decide_meeting:
      return {"Mødet er aftalt: skriv ind, hvad det ender med", "A meeting is set: enter what it comes to"};
    case AdmissionStep::admit:
      return {"Godkendt: skriv optagelsen ind", "Approved: enter the admission"};
    case AdmissionStep::reject:
      return {"Ikke godkendt: skriv afslaget ind", "Not approved: enter the rejection"};
    case AdmissionStep::none:
      break;
  }
  return {"Sagen er afsluttet", "The case is closed"};
}

/// Who answered what, as numbers; nothing before the declaration is sent.
Message tally(const Admission& admission, const ApplicantCase& numbers) {
  if (numbers.next == AdmissionStep::circulate) return {};
  const std::size_t silent = numbers.unanswered.size();
  if (admission.responses_are_closed && silent > 0) {
    return message(" ({} stiftende medlemmer: {} godkender, heraf {} ved ikke at svare, {} gør indsigelse)",
                   " ({} founding members: approvals {}, of which {} by silence, objections {})", numbers.founders,
                   numbers.approvals, silent, numbers.objections);
  }
  return message(" ({} af {} stiftende medlemmer har svaret: {} godkender, {} gør indsigelse)",
                 " ({} of {} founding members have answered: approvals {}, objections {})", numbers.answered,
                 numbers.founders, numbers.approvals, numbers.objections);
}

ApplicantCase numbers_of(const Corpus& corpus, const Admission& admission) {
  ApplicantCase numbers;
  numbers.deadline = admission.deadline;
  numbers.founders = admission.founders.size();
  for (const CountedResponse& response : admission.responses) numbers.answered += response.is_late ? 0 : 1;
  numbers.approvals = admission.approvals;
  numbers.objections = admission.objections;
  for (const std::uint32_t founder : admission.unanswered) numbers.unanswered.push_back(*corpus.members[founder].id);
  numbers.next = admission.next;
  return numbers;
}

/// The founding members that have not answered, while they may; else the secretariat.
std::vector<Message> turn_of_case(const Corpus& corpus, const Admission& admission) {
  if (admission.next != AdmissionStep::await_responses || admission.unanswered.empty()) {
    return {{"Sekretariatet", "The secretariat"}};
  }
  std::vector<Message> turn;
  for (const std::uint32_t founder : admission.unanswered) {
    const std::string& name = *corpus.members[founder].name;
    turn.push_back({name, name});
  }
  return turn;
}

std::optional<Date> day_of_next_step(const Member& member, const Admission& admission) {
  if (admission.next == AdmissionStep::await_responses) return admission.deadline;
  const bool has_meeting = admission.next == AdmissionStep::decide_meeting && member.assessment;
  if (has_meeting && (*member.assessment)->meeting) return **(*member.assessment)->meeting;
  return std::nullopt;
}

DueItem member_item(const StatusRun& run, DueKind kind, const Member& member) {
  DueItem due;
  due.kind = kind;
  due.id = *member.id;
  due.title = *member.name;
  due.path = run.corpus().files[member.file].path;
  return due;
}

std::vector<Message> turn_of_evaluation(const Config& config) {
  if (config.evaluation_body.empty()) return {{"De stiftende medlemmer", "The founding members"}};
  return turn_of(config.name_of_body(config.evaluation_body));
}

}  // namespace

void add_applicants(const StatusRun& run) {
  for (const Member& member : run.corpus().members) {
    if (!is_under_way(member)) continue;
    const Admission admission = admission_of(run.checked.model, member, run.today);
    if (admission.next == AdmissionStep::none) continue;
    const ApplicantCase numbers = numbers_of(run.corpus(), admission);
    const Message next = next_in_words(admission.next);
    const Message counted = tally(admission, numbers);
    DueItem due = member_item(run, DueKind::applicant, member);
    due.due = day_of_next_step(member, admission);
    due.overdue = due.due && *due.due < run.today;
    due.turn = turn_of_case(run.corpus(), admission);
    due.state = state_of(admission.next);
    due.what = {next.da + counted.da, next.en + counted.en};
    due.details = numbers;
    run.items.push_back(std::move(due));
  }
}

void add_missing_evaluations(const StatusRun& run) {
  for (const Member& member : run.corpus().members) {
    if (member.kind != MemberKind::associated) continue;
    for (const int year : missing_evaluations(member, run.today)) {
      DueItem due = member_item(run, DueKind::evaluation, member);
      due.turn = turn_of_evaluation(run.config());
      due.state = "missing";
      due.what = message("Bidraget i {} er ikke vurderet", "The contribution of {} has not been evaluated", year);
      due.details = MissingEvaluation{year};
      run.items.push_back(std::move(due));
    }
  }
}

}  // namespace kanon
