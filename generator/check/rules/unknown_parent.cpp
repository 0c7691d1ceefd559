#include "check/rule.h"
#include "check/wording.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

/// A root type has no parent at all, whatever it names: that is wrong-parent-type.
bool is_root(const Document& document, const Config& config) {
  const DocumentType* type = config.document_type(document.type.value);
  return type != nullptr && type->is_root();
}

void find_unknown_parents(const CheckInput& input, Reporter& reporter) {
  std::vector<std::string> ids;
  for (const auto& document : input.corpus().documents) ids.push_back(document.id.value);
  Suggestions suggestions(std::move(ids));
  for (const auto& document : input.corpus().documents) {
    if (!document.parent || is_root(document, input.config())) continue;
    const std::string& parent = document.parent->value;
    if (input.model.find(parent)) continue;
    reporter.report(
        document.file, document.parent->range,
        message("Det overordnede dokument «{}» findes ikke", "The parent document “{}” does not exist", quoted(parent)),
        did_you_mean(suggestions.nearest_to(parent), {"Skriv det id, der står øverst i det overordnede dokument.",
                                                      "Write the id that stands at the top of the document above."}));
  }
}

}  // namespace

namespace rules {
const Rule unknown_parent{RuleId::unknown_parent,
                          "hierarchy",
                          Severity::error,
                          {"Et dokuments overordnede dokument findes ikke", "A document's parent does not exist"},
                          find_unknown_parents};
}  // namespace rules

}  // namespace kanon
