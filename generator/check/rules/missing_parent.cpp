#include "base/text.h"
#include "check/front_matter.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_missing_parents(const CheckInput& input, Reporter& reporter) {
  for (const auto& document : input.corpus().documents) {
    const DocumentType* type = input.config().document_type(document.type.value);
    if (type == nullptr || type->is_root() || document.parent) continue;
    // A parent that could not be read is a finding of the reader's.
    if (says_something_of(input.corpus().parsed(document.file), "parent")) continue;
    std::vector<std::string> parents;
    for (const auto& parent : type->parents) parents.push_back(parent.value);
    reporter.report(
        document.file, document.range,
        message("Dokumentet er af typen «{}», men siger ikke, hvilket dokument det hører under",
                "The document is of type “{}”, but does not say which document it belongs under",
                quoted(document.type.value)),
        message("Tilføj en linje som parent: id-på-det-overordnede-dokument. Det skal være af typen {}.",
                "Add a line like parent: id-of-the-document-above. It must be of type {}.", join(parents, ", ")));
  }
}

}  // namespace

namespace rules {
const Rule missing_parent{RuleId::missing_parent,
                          "hierarchy",
                          Severity::error,
                          {"Et dokument siger ikke, hvilket dokument det hører under",
                           "A document does not say which document it belongs under"},
                          find_missing_parents};
}  // namespace rules

}  // namespace kanon
