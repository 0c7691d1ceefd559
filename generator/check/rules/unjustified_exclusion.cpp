#include <map>

#include "base/text.h"
#include "check/rule.h"
#include "check/wording.h"
#include "check/written_keys.h"

namespace kanon {
namespace {

void find_unjustified_exclusions(const CheckInput& input, Reporter& reporter) {
  std::map<FileIndex, WrittenKeys> keys;
  for (const ControlEntry& entry : input.corpus().controls) {
    if (entry.applicable || !trim(entry.justification).empty()) continue;
    const WrittenKeys& written = keys.try_emplace(entry.file, input.corpus().parsed(entry.file)).first->second;
    if (written.says_something(entry.range, "justification")) continue;
    reporter.report(entry.file, entry.range,
                    message("Foranstaltning {} er valgt fra uden begrundelse",
                            "Control {} is excluded without a justification", quoted(*entry.control)),
                    {"Tilføj justification med grunden til, at den ikke er nødvendig hos jer.",
                     "Add justification with the reason why you do not need it."});
  }
}

}  // namespace

namespace rules {
const Rule unjustified_exclusion{
    RuleId::unjustified_exclusion,
    "registers",
    Severity::error,
    {"En foranstaltning er valgt fra uden begrundelse", "A control is excluded without a justification"},
    find_unjustified_exclusions};
}  // namespace rules

}  // namespace kanon
