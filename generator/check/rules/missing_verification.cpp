#include "base/text.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_missing_verifications(const CheckInput& input, Reporter& reporter) {
  for_each_judged_with_keys(
      input.corpus(), RuleId::missing_verification,
      [&](const Catalog& catalog, const Requirement& requirement, const WrittenKeys& keys) {
        if (!trim(requirement.verification).empty() || keys.says_something(requirement.range, "verification")) return;
        reporter.report(
            catalog.file, requirement.range,
            message("Kravet «{}» siger ikke, hvordan det vises, at det er opfyldt",
                    "The requirement “{}” does not say how its fulfilment is shown", quoted(*requirement.id)),
            {"Tilføj verification, for eksempel verification: Udskrift af den seneste gendannelsestest.",
             "Add verification, for example verification: The report of the latest restore test."});
      });
}

}  // namespace

namespace rules {
const Rule missing_verification{RuleId::missing_verification,
                                "requirements",
                                Severity::warning,
                                {"Et krav siger ikke, hvordan det vises, at det er opfyldt",
                                 "A requirement does not say how its fulfilment is shown"},
                                find_missing_verifications};
}  // namespace rules

}  // namespace kanon
