#include <algorithm>

#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// Whether `unmet` holds something: where none of it could be read, that is a finding of its own.
bool says_unmet(const ParsedFile& file, const YamlNode& response) {
  const YamlNode* unmet = value_in(file, response, "unmet");
  return says_something(unmet) && (unmet->kind != YamlKind::sequence || !places_of(file, unmet).empty());
}

void find_in(const Member& member, const ParsedFile& file, Reporter& reporter) {
  const auto places = places_of(file, value_in(file, "assessment", "responses"));
  auto place = places.begin();
  for (const Response& response : (*member.assessment)->responses) {
    // Answers that could not be read stand in the file too.
    place = std::find_if(place, places.end(), [&](const YamlNode* one) { return one->range == response.range; });
    if (place == places.end()) return;
    if (!response.objects || says_unmet(file, **place)) continue;
    reporter.report(member.file, first_character(file, response.range),
                    message("Indsigelsen fra «{}» nævner intet kriterium, der ikke er opfyldt",
                            "The objection by “{}” names no criterion that is not met", quoted(*response.member)),
                    {"Skriv unmet: med mindst ét kriterium, som medlemmet mener ikke er opfyldt.",
                     "Write unmet: with at least one criterion that the member holds not to be met."});
  }
}

void find_objections(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    if (member.assessment) find_in(member, input.corpus().parsed(member.file), reporter);
  }
}

}  // namespace

namespace rules {
const Rule objection_without_criterion{RuleId::objection_without_criterion,
                                       "members",
                                       Severity::error,
                                       {"En indsigelse nævner intet kriterium", "An objection names no criterion"},
                                       find_objections};
}  // namespace rules

}  // namespace kanon
