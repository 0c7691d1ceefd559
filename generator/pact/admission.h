#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// What an applicant's case is waiting for.
enum class AdmissionStep {
  circulate,        ///< the declaration has not been sent to the founding members
  await_responses,  ///< until the deadline, or until all have answered
  hold_meeting,     ///< someone objected
  decide_meeting,   ///< the meeting was held or is set; its outcome is not entered
  admit,            ///< approved; not entered as admitted
  reject,           ///< not approved; not entered as rejected
  none              ///< the case is closed
};

/// A founding member's answer, as far as it counts.
struct CountedResponse {
  const Response* response = nullptr;
  std::uint32_t member = 0;  ///< in Corpus::members
  bool is_late = false;      ///< after the deadline: it was an approval by then
};

/// An applicant's case as it stands on a day, computed from what was entered (contract, section 4): never typed in.
struct Admission {
  std::optional<Date> circulated;
  std::optional<Date> deadline;            ///< the fifth working day after it was circulated; that day is still in time
  std::vector<std::uint32_t> founders;     ///< the founding members that may answer, in Corpus::members, by name
  std::vector<CountedResponse> responses;  ///< theirs, in the order of the file; of several by one member the last
  std::vector<std::uint32_t> unanswered;   ///< founders who did not answer in time
  std::size_t approvals = 0;               ///< given, and by silence once the deadline has passed
  std::size_t objections = 0;              ///< in time
  bool responses_are_closed = false;       ///< the deadline has passed, or all have answered
  std::optional<Date> closed_on;           ///< the day from which that was so
  std::optional<bool> approved;            ///< nothing while it is open: by the meeting where there was an objection
  std::optional<Date> approved_on;         ///< the first day on which the applicant could be admitted
  AdmissionStep next = AdmissionStep::circulate;
};

/// The case of an applicant, or of an associated member as it was admitted. `today` decides what has passed.
Admission admission_of(const Model& model, const Member& applicant, Date today);

/// The objectives of which a declaration names no criterion, by position in Corpus::objectives.
std::vector<std::uint32_t> unmet_objectives(const Corpus& corpus, const Declaration& declaration);

}  // namespace kanon
