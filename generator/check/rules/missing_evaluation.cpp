#include "base/text.h"
#include "check/front_matter.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "pact/evaluations.h"

namespace kanon {
namespace {

/// Where `evaluations` stands, or would have to.
Range place_of(const ParsedFile& file, const Member& member) {
  const YamlNode* list = value_of(file, "evaluations");
  return says_something(list) ? first_character(file, list->range) : member.range;
}

void find_missing_evaluations(const CheckInput& input, Reporter& reporter) {
  const Corpus& corpus = input.corpus();
  for (const Member& member : corpus.members) {
    const ParsedFile& file = corpus.parsed(member.file);
    if (keys_are_unreadable(file) || !is_associated(corpus, member) ||
        !all_were_read(file, "evaluations", member.evaluations.size()))
      continue;
    const auto missing = missing_evaluations(member, input.today);
    if (missing.empty()) continue;
    std::vector<std::string> years;
    for (const int year : missing) years.push_back(std::to_string(year));
    reporter.report(
        member.file, place_of(file, member),
        message("Mangler evaluering for: {}", "Lacks the evaluation of: {}", join(years, ", ")),
        message("Når de stiftende medlemmer har evalueret bidraget, så skriv under evaluations en linje som - {{year: "
                "{0}, date: {1}, by: stiftende medlemmer, result: active}}.",
                "Once the founding members have evaluated the contribution, write a line under evaluations like - "
                "{{year: {0}, date: {1}, by: founding members, result: active}}.",
                years.front(), input.today.iso()));
  }
}

}  // namespace

namespace rules {
const Rule missing_evaluation{
    RuleId::missing_evaluation,
    "members",
    Severity::warning,
    {"Et associeret medlem mangler en årlig evaluering", "An associated member lacks a yearly evaluation"},
    find_missing_evaluations};
}  // namespace rules

}  // namespace kanon
