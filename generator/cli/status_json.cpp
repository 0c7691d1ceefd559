#include <nlohmann/json.hpp>

#include "cli/status_report.h"

namespace kanon {
namespace {

using nlohmann::ordered_json;

const char* name_of(DueKind kind) {
  switch (kind) {
    case DueKind::review:
      return "review";
    case DueKind::approval:
      return "approval";
    case DueKind::release:
      return "release";
    case DueKind::upcoming:
      return "upcoming";
    case DueKind::suspect:
      return "suspect";
    case DueKind::applicant:
      return "applicant";
    case DueKind::evaluation:
      return "evaluation";
    case DueKind::dispensation:
      break;
  }
  return "dispensation";
}

const char* name_of(AdmissionStep next) {
  switch (next) {
    case AdmissionStep::circulate:
      return "circulate";
    case AdmissionStep::await_responses:
      return "await-responses";
    case AdmissionStep::hold_meeting:
      return "hold-meeting";
    case AdmissionStep::decide_meeting:
      return "enter-outcome";
    case AdmissionStep::admit:
      return "admit";
    case AdmissionStep::reject:
      return "reject";
    case AdmissionStep::none:
      break;
  }
  return "none";
}

ordered_json day(const std::optional<Date>& date) { return date ? ordered_json(date->iso()) : ordered_json(nullptr); }

/// Adds the details of a line to it, each kind its own keys.
struct Details {
  ordered_json& line;

  void operator()(const std::monostate&) const {}
  void operator()(const VersionInTheMaking& making) const {
    line["version"] = making.version.text();
    line["missing"] = making.missing;
    line["waits_for"] = making.waits_for;
  }
  void operator()(const UpcomingVersion& upcoming) const { line["version"] = upcoming.version.text(); }
  void operator()(const NewerParent& suspect) const {
    line["version"] = suspect.version.text();
    line["parent"] = suspect.released_under.id;
    line["released_under"] = suspect.released_under.version.text();
    line["newest"] = suspect.newest.text();
  }
  void operator()(const ApplicantCase& applicant) const {
    line["deadline"] = day(applicant.deadline);
    line["founders"] = applicant.founders;
    line["answered"] = applicant.answered;
    line["approvals"] = applicant.approvals;
    line["objections"] = applicant.objections;
    line["unanswered"] = applicant.unanswered;
    line["next"] = name_of(applicant.next);
  }
  void operator()(const MissingEvaluation& evaluation) const { line["year"] = evaluation.year; }
  void operator()(const DispensationFrom& dispensation) const { line["document"] = dispensation.document; }
};

ordered_json line_of(const DueItem& item, Language language) {
  ordered_json turn = ordered_json::array();
  for (const Message& who : item.turn) turn.push_back(who.in(language));
  ordered_json line = {{"kind", name_of(item.kind)}, {"id", item.id},        {"title", item.title},
                       {"path", item.path},          {"due", day(item.due)}, {"overdue", item.overdue},
                       {"turn", std::move(turn)},    {"state", item.state},  {"what", item.what.in(language)}};
  std::visit(Details{line}, item.details);
  return line;
}

}  // namespace

std::string status_as_json(const std::vector<DueItem>& items, Date today, Language language) {
  ordered_json list = ordered_json::array();
  for (const DueItem& item : items) list.push_back(line_of(item, language));
  const ordered_json report = {{"version", 1}, {"date", today.iso()}, {"items", std::move(list)}};
  return report.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kanon
