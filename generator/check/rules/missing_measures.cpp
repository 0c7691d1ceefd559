#include <algorithm>
#include <map>

#include "base/text.h"
#include "check/rule.h"
#include "check/wording.h"
#include "check/written_keys.h"

namespace kanon {
namespace {

bool names_measures(const Dispensation& dispensation) {
  return std::ranges::any_of(dispensation.measures, [](const std::string& measure) { return !trim(measure).empty(); });
}

void find_missing_measures(const CheckInput& input, Reporter& reporter) {
  std::map<FileIndex, WrittenKeys> keys;
  for (const Dispensation& dispensation : input.corpus().dispensations) {
    if (names_measures(dispensation)) continue;
    const FileIndex file = dispensation.file;
    const WrittenKeys& written = keys.try_emplace(file, input.corpus().parsed(file)).first->second;
    const YamlNode* measures = written.value(dispensation.range, "measures");
    // absent, it is a missing-key; what could not be read is a finding too
    if (measures == nullptr || written.says_something(measures)) continue;
    reporter.report(file, measures->range,
                    message("Dispensationen «{}» nævner ingen kompenserende foranstaltninger",
                            "The dispensation “{}” names no compensating measures", quoted(*dispensation.id)),
                    {"Skriv, hvad der gøres i stedet, så længe dispensationen gælder: measures: [Daglig manuel kopi].",
                     "Write what is done instead while the dispensation holds: measures: [A manual copy every day]."});
  }
}

}  // namespace

namespace rules {
const Rule missing_measures{
    RuleId::missing_measures,
    "registers",
    Severity::error,
    {"En dispensation nævner ingen kompenserende foranstaltninger", "A dispensation names no compensating measures"},
    find_missing_measures};
}  // namespace rules

}  // namespace kanon
