#include "check/front_matter.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_missing_declarations(const CheckInput& input, Reporter& reporter) {
  const Corpus& corpus = input.corpus();
  for (const Member& member : corpus.members) {
    const ParsedFile& file = corpus.parsed(member.file);
    if (keys_are_unreadable(file) || !is_associated(corpus, member) || says_something_of(file, "declaration")) continue;
    reporter.report(
        member.file, member.range,
        message("Det associerede medlem «{}» har ingen erklæring", "The associated member “{}” has no declaration",
                quoted(*member.id)),
        {"Skriv declaration: med date og criteria, som de står i den erklæring, ansøgeren har sendt.",
         "Write declaration: with date and criteria, as they stand in the declaration that the applicant sent."});
  }
}

}  // namespace

namespace rules {
const Rule missing_declaration{RuleId::missing_declaration,
                               "members",
                               Severity::error,
                               {"Et associeret medlem har ingen erklæring", "An associated member has no declaration"},
                               find_missing_declarations};
}  // namespace rules

}  // namespace kanon
