#include "check/rule.h"
#include "check/versions.h"
#include "model/governed.h"

namespace kanon {
namespace {

void judge_neighbours(const Governed& item, const HistoryEntry& upper, const HistoryEntry& lower, Reporter& reporter) {
  if (*lower.version < *upper.version) return;
  const bool twice = *lower.version == *upper.version;
  Diagnostic& found =
      reporter.report(item.file, lower.version.range,
                      twice ? message("Version {} står to gange i historikken",
                                      "Version {} stands twice in the history", lower.version->text())
                            : message("Version {0} står under version {1} i historikken, men er ikke lavere",
                                      "Version {0} stands below version {1} in the history, but is not lower",
                                      lower.version->text(), upper.version->text()),
                      twice ? Message{"Giv hver linje sin egen version, med den nyeste øverst.",
                                      "Give each line a version of its own, with the newest on top."}
                            : Message{"Den nyeste version står øverst. Ret versionen, eller byt om på linjerne.",
                                      "The newest version stands on top. Correct the version, or swap the lines."});
  found.related.push_back(reporter.related(item.file, upper.version.range, {"Linjen ovenfor", "The line above"}));
}

/// A source is either its newest release or on its way to the next.
void judge_against_release(const CheckInput& input, const Governed& item, Reporter& reporter) {
  if (item.version.range == Range{} || !names_newest_entry(input.corpus(), item)) return;
  const LedgerEntry* newest = intact_newest_release(input.corpus(), item);
  if (newest == nullptr || *item.version >= *newest->version) return;
  reporter.report(item.file, item.version.range,
                  message("Version {0} er lavere end den seneste udgivne, {1}, som er udgivet den {2}",
                          "Version {0} is lower than the newest released one, {1}, which was released on {2}",
                          item.version->text(), newest->version->text(), newest->date->iso()),
                  message("En udgivet version kan ikke kaldes tilbage. Giv teksten en version over {}, med sin egen "
                          "linje øverst i historikken.",
                          "A released version can't be called back. Give the text a version above {}, with a line of "
                          "its own on top of the history.",
                          newest->version->text()));
}

void find_versions_not_increasing(const CheckInput& input, Reporter& reporter) {
  for_each_governed(input.corpus(), [&](const Governed& item) {
    for (std::size_t i = 1; i < item.history.size(); ++i)
      judge_neighbours(item, item.history[i - 1], item.history[i], reporter);
    if (versions_fall(item)) judge_against_release(input, item, reporter);
  });
}

}  // namespace

namespace rules {
const Rule version_not_increasing{
    RuleId::version_not_increasing,
    "versions",
    Severity::error,
    {"En version er ikke højere end den, der kom før", "A version is not higher than the one that came before"},
    find_versions_not_increasing};
}  // namespace rules

}  // namespace kanon
