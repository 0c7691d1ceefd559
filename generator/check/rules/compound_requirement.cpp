#include "check/duties.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/scalar_place.h"

namespace kanon {
namespace {

void find_compound_requirements(const CheckInput& input, Reporter& reporter) {
  for_each_judged(
      input.corpus(), RuleId::compound_requirement, [&](const Catalog& catalog, const Requirement& requirement) {
        const std::string_view text = judged_text(requirement);
        const auto found = duties(text, words_of(text));
        if (found.size() < 2) return;
        const std::string_view source = input.corpus().parsed(catalog.file).text();
        auto& diagnostic = reporter.report(
            catalog.file, place_in_scalar(source, requirement.text, found[1]),
            message("Kravet rummer {} pligter; den anden begynder her",
                    "The requirement holds {} duties; the second "
                    "begins here",
                    found.size()),
            {"Del kravet, så hvert krav har én pligt: så kan de opfyldes, måles og fraviges hver for sig.",
             "Split it, so that each requirement has one duty: they can then be met, measured and waived one by one."});
        diagnostic.related.push_back(reporter.related(catalog.file, place_in_scalar(source, requirement.text, found[0]),
                                                      {"Den første pligt", "The first duty"}));
      });
}

}  // namespace

namespace rules {
const Rule compound_requirement{RuleId::compound_requirement,
                                "requirements",
                                Severity::warning,
                                {"Et krav rummer mere end én pligt", "A requirement holds more than one duty"},
                                find_compound_requirements};
}  // namespace rules

}  // namespace kanon
