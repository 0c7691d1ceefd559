#include "check/admissions.h"

#include <algorithm>

#include "check/front_matter.h"
#include "check/member_keys.h"

namespace kanon {
namespace {

template <class T>
bool was_read(const ParsedFile& file, std::string_view key, const MaybeLocated<T>& value) {
  return value.has_value() || !says_something(value_in(file, "assessment", key));
}

bool responses_were_read(const ParsedFile& file, const Assessment& assessment) {
  const YamlNode* list = value_in(file, "assessment", "responses");
  if (says_something(list) && list->kind != YamlKind::sequence) return false;
  const auto places = places_of(file, list);
  // Each answer stands where it was read from, in the order of the file.
  if (places.size() != assessment.responses.size()) return false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!assessment.responses[i].date && says_something(value_in(file, *places[i], "date"))) return false;
  }
  return true;
}

/// An answer that is dated after today has not been given: that date is wrong, and so may be what it leads to.
bool responses_count(const CheckInput& input, const Assessment& assessment) {
  return std::ranges::all_of(assessment.responses, [&](const Response& response) {
    const auto named = input.model.find(*response.member);
    return named && named->kind == ItemKind::member && !(response.date && **response.date > input.today);
  });
}

}  // namespace

std::optional<Admission> admission_to_judge(const CheckInput& input, const Member& member) {
  if (!member.assessment || !is_at(member, {MemberStatus::admitted, MemberStatus::left}) ||
      !is_associated(input.corpus(), member))
    return std::nullopt;
  const ParsedFile& file = input.corpus().parsed(member.file);
  const Assessment& assessment = **member.assessment;
  if (keys_are_unreadable(file) || !was_read(file, "circulated", assessment.circulated) ||
      !was_read(file, "meeting", assessment.meeting) || !was_read(file, "outcome", assessment.meeting_approved) ||
      !responses_were_read(file, assessment) || !responses_count(input, assessment))
    return std::nullopt;
  return admission_of(input.model, member, input.today);
}

bool lacks_meeting(const Member& member, const Admission& admission) {
  const Assessment& assessment = **member.assessment;
  return admission.objections > 0 && (!assessment.meeting || !assessment.meeting_approved);
}

bool was_turned_down(const Member& member, const Admission& admission, Date today) {
  if (lacks_meeting(member, admission)) return false;
  const Assessment& assessment = **member.assessment;
  // A meeting may have been held without need; that it said no still speaks against an admission.
  const bool said_no = assessment.meeting_approved && !**assessment.meeting_approved;
  if (said_no && !(assessment.meeting && **assessment.meeting > today)) return true;
  // Without founding members there is nobody whose majority could be asked for.
  return admission.approved == false && !admission.founders.empty();
}

}  // namespace kanon
