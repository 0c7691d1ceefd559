#include <algorithm>

#include "check/rule.h"
#include "check/versions.h"
#include "model/governed.h"

namespace kanon {
namespace {

void report(const Governed& item, Reporter& reporter) {
  const std::string& version = item.version->text();
  const HistoryEntry& newest = item.history.front();
  const bool stands_below =
      std::ranges::any_of(item.history, [&](const HistoryEntry& entry) { return *entry.version == *item.version; });
  Message what =
      stands_below
          ? message("Versionen er {0}, men den nyeste i historikken er {1}; {0} står længere nede",
                    "The version is {0}, but the newest of the history is {1}; {0} stands further down", version,
                    newest.version->text())
          : message("Versionen er {0}, men den nyeste i historikken er {1}",
                    "The version is {0}, but the newest of the history is {1}", version, newest.version->text());
  Message help = stands_below
                     ? message(
                           "Er {1} den nye version, så skriv version: \"{1}\". Er det {0}, så sæt dens linje øverst i "
                           "historikken.",
                           "If {1} is the new version, write version: \"{1}\". If it is {0}, put its line on top of "
                           "the history.",
                           version, newest.version->text())
                     : message(
                           "Er {1} den rigtige, så skriv version: \"{1}\". Er det {0}, så skriv øverst i historikken, "
                           "hvad der er nyt i den.",
                           "If {1} is right, write version: \"{1}\". If it is {0}, write on top of the history what "
                           "is new in it.",
                           version, newest.version->text());
  Diagnostic& found = reporter.report(item.file, item.version.range, std::move(what), std::move(help));
  found.related.push_back(reporter.related(item.file, newest.version.range,
                                           {"Her står den nyeste version", "Here stands the newest version"}));
}

void find_version_mismatches(const CheckInput& input, Reporter& reporter) {
  for_each_governed(input.corpus(), [&](const Governed& item) {
    if (!names_newest_entry(input.corpus(), item)) report(item, reporter);
  });
}

}  // namespace

namespace rules {
const Rule version_mismatch{
    RuleId::version_mismatch,
    "versions",
    Severity::error,
    {"Versionen er ikke den nyeste i historikken", "The version is not the newest one of the history"},
    find_version_mismatches};
}  // namespace rules

}  // namespace kanon
