#include "check/rule.h"
#include "model/governed.h"

namespace kanon {
namespace {

/// Says of each date that it is shown whether it lies after today.
class FutureDates {
 public:
  FutureDates(const CheckInput& input, Reporter& reporter) : input_(input), reporter_(reporter) {}

  void find() {
    for_each_governed(input_.corpus(), [&](const Governed& item) {
      for (const auto& entry : item.history) judge(item, entry.date);
      for (const auto& approval : item.approvals) judge(item, approval.date);
    });
    for (const auto& dispensation : input_.corpus().dispensations) judge(dispensation, dispensation.decided);
    for (const auto& member : input_.corpus().members) judge_member(member);
  }

 private:
  void judge_member(const Member& member) {
    if (member.declaration) judge(member, (*member.declaration)->date);
    if (member.assessment) {
      for (const auto& response : (*member.assessment)->responses) judge(member, response.date);
      judge(member, (*member.assessment)->written_assessment);
    }
    judge(member, member.admitted);
    for (const auto& evaluation : member.evaluations) judge(member, evaluation.date);
  }

  void judge(const Item& item, const MaybeLocated<Date>& date) {
    if (date) judge(item, *date);
  }

  void judge(const Item& item, const Located<Date>& date) {
    // A required date without a place was not read.
    if (date.range == Range{} || *date <= input_.today) return;
    reporter_.report(
        item.file, date.range,
        message("Datoen {} ligger efter i dag, {}", "The date {} is after today, {}", date->iso(), input_.today.iso()),
        {"Skriv den dag, det skete. Er det ikke sket endnu, så vent med at skrive det.",
         "Write the day on which it happened. If it hasn't happened yet, wait before you write it."});
  }

  const CheckInput& input_;
  Reporter& reporter_;
};

void find_future_dates(const CheckInput& input, Reporter& reporter) { FutureDates(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule future_date{
    RuleId::future_date,
    "versions",
    Severity::error,
    {"Datoen for noget, der er sket, ligger efter i dag", "The date of something that has happened is after today"},
    find_future_dates};
}  // namespace rules

}  // namespace kanon
