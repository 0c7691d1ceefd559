#include "check/recurrence.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/scalar_place.h"
#include "check/vague_words.h"
#include "check/wording.h"

namespace kanon {
namespace {

Message remedy(const Recurrence& recurrence) {
  if (!recurrence.duration.empty()) return message("Tilføj frequency: {}.", "Add frequency: {}.", recurrence.duration);
  return {
      "Tilføj frequency: et tidsrum som P1M (hver måned) eller P1Y (hvert år), eller once, hvis det kun sker én gang.",
      "Add frequency: a period such as P1M (every month) or P1Y (every year), or once if it happens only once."};
}

void find_missing_frequencies(const CheckInput& input, Reporter& reporter) {
  Recurrences recurrences;
  VagueWords vague(input.config());
  for_each_judged_with_keys(
      input.corpus(), RuleId::missing_frequency,
      [&](const Catalog& catalog, const Requirement& requirement, const WrittenKeys& keys) {
        if (requirement.frequency || keys.says_something(requirement.range, "frequency")) return;
        const std::string_view text = judged_text(requirement);
        const auto words = words_of(text);
        const auto recurrence = recurrences.find(words);
        // a vague time is the same defect, and vague-time marks the word
        if (!recurrence || vague.has_vague_time(text, words)) return;
        auto& found = reporter.report(
            catalog.file, requirement.range,
            recurrence->says_how_often
                ? message("Kravet «{}» gentager sig, men har ingen frequency",
                          "The requirement “{}” recurs, but has no frequency", quoted(*requirement.id))
                : message("Kravet «{}» siger ikke, hvor tit det skal ske",
                          "The requirement “{}” does not say how often it has to happen", quoted(*requirement.id)),
            remedy(*recurrence));
        found.related.push_back(reporter.related(
            catalog.file,
            place_in_scalar(input.corpus().parsed(catalog.file).text(), requirement.text, recurrence->range),
            {"Det står her", "It says so here"}));
      });
}

}  // namespace

namespace rules {
const Rule missing_frequency{
    RuleId::missing_frequency,
    "requirements",
    Severity::warning,
    {"Et krav om noget, der gentages, mangler frequency", "A requirement for something that recurs lacks frequency"},
    find_missing_frequencies};
}  // namespace rules

}  // namespace kanon
