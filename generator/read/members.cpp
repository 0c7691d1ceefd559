#include "read/members.h"

#include "read/item.h"

namespace kanon {
namespace {

const Form<MemberKind>& member_kind() {
  static const Form<MemberKind> form =
      choice_form<MemberKind>({{"founding", MemberKind::founding}, {"associated", MemberKind::associated}});
  return form;
}

const Form<MemberStatus>& member_status() {
  static const Form<MemberStatus> form = choice_form<MemberStatus>({{"applicant", MemberStatus::applicant},
                                                                    {"circulated", MemberStatus::circulated},
                                                                    {"admitted", MemberStatus::admitted},
                                                                    {"rejected", MemberStatus::rejected},
                                                                    {"left", MemberStatus::left}});
  return form;
}

/// Whether a member of the pact objects.
const Form<bool>& decision() {
  static const Form<bool> form = choice_form<bool>({{"approve", false}, {"object", true}});
  return form;
}

/// Whether the meeting approved.
const Form<bool>& outcome() {
  static const Form<bool> form = choice_form<bool>({{"approved", true}, {"rejected", false}});
  return form;
}

const Form<int>& year() {
  static const Form<int> form = [] {
    Form<int> years = whole_number_form(1900, 2199);
    years.example = "2027";
    return years;
  }();
  return form;
}

Declaration read_declaration(Mapping& mapping) {
  Declaration declaration;
  declaration.date = mapping.optional_date("date");
  mapping.sequence("criteria", [&](Mapping& entry) {
    CriterionStatement statement;
    statement.criterion = entry.required_text("criterion", "synergi-1");
    statement.statement = entry.text("statement");
    if (!statement.criterion->empty()) declaration.criteria.push_back(std::move(statement));
  });
  declaration.projects = mapping.texts("projects");
  return declaration;
}

void read_response(Mapping& mapping, std::vector<Response>& responses) {
  Response response;
  response.range = mapping.range();
  response.member = mapping.required_text("member", "ida");
  const Located<bool> objects = mapping.required("decision", decision());
  response.objects = *objects;
  response.date = mapping.optional_date("date");
  response.unmet = mapping.texts("unmet");
  response.reason = mapping.text("reason");
  // a decision that can't be read must not count as one
  if (!response.member->empty() && was_read(objects)) responses.push_back(std::move(response));
}

Assessment read_assessment(Mapping& mapping) {
  Assessment assessment;
  assessment.circulated = mapping.optional_date("circulated");
  mapping.sequence("responses", [&](Mapping& response) { read_response(response, assessment.responses); });
  assessment.written_assessment = mapping.optional_date("written_assessment");
  assessment.meeting = mapping.optional_date("meeting");
  assessment.meeting_approved = mapping.optional("outcome", outcome());
  return assessment;
}

void read_evaluation(Mapping& mapping, std::vector<Evaluation>& evaluations) {
  Evaluation evaluation;
  evaluation.range = mapping.range();
  evaluation.year = mapping.required("year", year());
  evaluation.date = mapping.optional_date("date");
  evaluation.by = mapping.text("by");
  evaluation.result = mapping.text("result");
  if (was_read(evaluation.year)) evaluations.push_back(std::move(evaluation));
}

}  // namespace

std::optional<Member> read_member(Reading& reading) {
  Mapping mapping(reading);
  Member member;
  const bool named = read_own_id(mapping, member);
  member.name = mapping.required_text("name", "Eksempel A/S");
  const Located<MemberKind> kind = mapping.required("kind", member_kind());
  if (was_read(kind)) member.kind = *kind;
  const Located<MemberStatus> status = mapping.required("status", member_status());
  if (was_read(status)) member.status = *status;
  member.status_at = status.range;
  read_classification(mapping, member);
  read_aliases(mapping, member);
  member.cvr = mapping.optional_text("cvr");
  member.website = mapping.optional("website", url_form());
  member.established_in = mapping.optional_text("established_in");
  mapping.mapping("contact", [](Mapping& contact) {
    contact.optional_text("name");
    contact.optional_text("email");
  });
  mapping.mapping("declaration", [&](Mapping& declaration) {
    member.declaration = Located<Declaration>{read_declaration(declaration), declaration.range()};
  });
  mapping.mapping("assessment", [&](Mapping& assessment) {
    member.assessment = Located<Assessment>{read_assessment(assessment), assessment.range()};
  });
  member.admitted = mapping.optional_date("admitted");
  mapping.sequence("evaluations", [&](Mapping& evaluation) { read_evaluation(evaluation, member.evaluations); });
  member.left = mapping.optional_date("left");
  mapping.finish();
  if (!named) return std::nullopt;
  return member;
}

}  // namespace kanon
