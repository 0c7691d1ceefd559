#include "check/rule.h"
#include "model/governed.h"

namespace kanon {
namespace {

void judge_neighbours(const Governed& item, const HistoryEntry& upper, const HistoryEntry& lower, Reporter& reporter) {
  if (*lower.date <= *upper.date) return;
  Diagnostic& found =
      reporter.report(item.file, lower.date.range,
                      message("Version {0} er fra den {1}, men version {2}, som står over den, er fra den {3}",
                              "Version {0} is of {1}, but version {2}, which stands above it, is of {3}",
                              lower.version->text(), lower.date->iso(), upper.version->text(), upper.date->iso()),
                      {"Historikken står med den nyeste øverst. Ret den af de to datoer, der er forkert.",
                       "The history stands with the newest on top. Correct whichever of the two dates is wrong."});
  found.related.push_back(
      reporter.related(item.file, upper.date.range, {"Datoen ovenfor er tidligere", "The date above is earlier"}));
}

void find_disordered_dates(const CheckInput& input, Reporter& reporter) {
  for_each_governed(input.corpus(), [&](const Governed& item) {
    for (std::size_t i = 1; i < item.history.size(); ++i)
      judge_neighbours(item, item.history[i - 1], item.history[i], reporter);
  });
}

}  // namespace

namespace rules {
const Rule history_date_order{RuleId::history_date_order,
                              "versions",
                              Severity::error,
                              {"En ældre version har en senere dato end den, der kom efter",
                               "An older version has a later date than the one that came after it"},
                              find_disordered_dates};
}  // namespace rules

}  // namespace kanon
