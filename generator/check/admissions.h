#pragma once

#include <optional>

#include "check/rule.h"
#include "pact/admission.h"

namespace kanon {

/// The case of an associated member that was admitted, on the day of the check, where its assessment was entered and
/// could be read whole: an answer that can't be read, or of someone unknown, is a finding of its own, and may have
/// decided the case. Nothing for applicants and the rejected, nor for an old admission without an assessment.
std::optional<Admission> admission_to_judge(const CheckInput& input, const Member& member);

/// Whether an objection called for a meeting, and the meeting or its outcome is not entered.
bool lacks_meeting(const Member& member, const Admission& admission);

/// Whether the founding members, or the meeting that was held, decided against it.
bool was_turned_down(const Member& member, const Admission& admission, Date today);

}  // namespace kanon
