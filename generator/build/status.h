#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/version.h"
#include "build/build.h"
#include "pact/admission.h"

namespace kanon {

enum class DueKind { review, approval, release, upcoming, suspect, applicant, evaluation, dispensation };

/// A version that is written on.
struct VersionInTheMaking {
  Version version;
  std::vector<std::string> missing;    ///< ids of the bodies that have not approved it
  std::vector<std::string> waits_for;  ///< ids that have to be released before it: its parent, a handbook's parts
};

/// A release that is not in force yet.
struct UpcomingVersion {
  Version version;
};

/// A document that was released under a version of its parent that is not the newest any more.
struct NewerParent {
  Version version;             ///< the document's newest release
  ReleaseName released_under;  ///< the parent's release that it names
  Version newest;              ///< the parent's newest release
};

/// An applicant's case in numbers. Reasons, unmet criteria and contacts have no field here: a report can't show them.
struct ApplicantCase {
  std::optional<Date> deadline;
  std::size_t founders = 0;             ///< who may answer
  std::size_t answered = 0;             ///< in time
  std::size_t approvals = 0;            ///< given, and by silence once the deadline has passed
  std::size_t objections = 0;           ///< in time
  std::vector<std::string> unanswered;  ///< ids, by name
  AdmissionStep next = AdmissionStep::circulate;
};

struct MissingEvaluation {
  int year = 0;
};

struct DispensationFrom {
  std::string document;  ///< id
};

/// What a line of the list is about, in numbers and ids; nothing for a review.
using DueDetails = std::variant<std::monostate, VersionInTheMaking, UpcomingVersion, NewerParent, ApplicantCase,
                                MissingEvaluation, DispensationFrom>;

/// One thing that someone has to do, or to know of, by a day if there is one.
struct DueItem {
  DueKind kind{};
  std::string id;
  std::string title;
  std::string path;         ///< the file that says so, relative to the project
  std::optional<Date> due;  ///< the last day in time; of an upcoming version the first day in force
  bool overdue = false;
  std::vector<Message> turn;  ///< who is to act; empty where nobody is, or the project doesn't say
  std::string state;          ///< a word for programs; which ones there are is in the manual
  Message what;               ///< without dates: those are `due` and the details
  DueDetails details;
};

/// How far ahead to look for reviews and for the end of dispensations.
enum class Horizon {
  soon,  ///< what is overdue, or due within `review.due_soon` of kanon.yaml
  all
};

/// Everything that is due in a project, by day (what has none last), then id, then kind. `checked` must have been read
/// with ArchiveDepth::all; content with errors is no hindrance, but what could not be read is not listed.
std::vector<DueItem> status_of(const CheckedProject& checked, Date today, Horizon horizon);

}  // namespace kanon
