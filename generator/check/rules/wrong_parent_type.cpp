#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/hierarchy.h"

namespace kanon {
namespace {

class ParentTypes {
 public:
  ParentTypes(const CheckInput& input, Reporter& reporter) : input_(input), reporter_(reporter) {
    for (const auto& circle : circles(named_parents(input.model))) in_circle_.insert(circle.begin(), circle.end());
  }

  void find() {
    const auto& documents = input_.corpus().documents;
    for (std::uint32_t i = 0; i < documents.size(); ++i)
      // In a circle some parent always has the wrong type; parent-cycle says what matters.
      if (documents[i].parent && !in_circle_.contains(i)) judge(documents[i]);
  }

 private:
  void judge(const Document& document) {
    const DocumentType* type = input_.config().document_type(document.type.value);
    if (type == nullptr) return;
    if (type->is_root()) {
      report(
          document,
          message("Et dokument af typen «{}» står øverst og kan ikke høre under et andet",
                  "A document of type “{}” stands at the top and can't belong under another", quoted(type->id.value)),
          {"Fjern linjen med parent, eller vælg en anden type.",
           "Remove the line with parent, or choose another type."});
      return;
    }
    const auto named = input_.model.find(document.parent->value);
    if (!named) return;
    if (named->kind != ItemKind::document) {
      const Message kind = kind_in_words(named->kind);
      const std::string id = quoted(document.parent->value);
      report(document,
             {fmt::format("«{}» er {}, men kun et dokument kan være overordnet", id, kind.da),
              fmt::format("“{}” is {}, but only a document can be a parent", id, kind.en)},
             {"Skriv id'et på et dokument.", "Write the id of a document."});
      return;
    }
    judge_types(document, *type, input_.corpus().documents[named->index]);
  }

  void judge_types(const Document& document, const DocumentType& type, const Document& parent) {
    if (input_.config().document_type(parent.type.value) == nullptr) return;
    if (std::ranges::find(type.parents, parent.type.value, &LocatedText::value) != type.parents.end()) return;
    std::vector<std::string> allowed;
    for (const auto& other : type.parents) allowed.push_back(other.value);
    report(document,
           message("Et dokument af typen «{}» kan ikke høre under «{}», som er af typen «{}»",
                   "A document of type “{}” can't belong under “{}”, which is of type “{}”", quoted(type.id.value),
                   quoted(parent.id.value), quoted(parent.type.value)),
           message("Vælg et overordnet dokument af typen {}, eller ret dokumentets type.",
                   "Choose a parent of type {}, or correct the document's type.", join(allowed, ", ")));
  }

  void report(const Document& document, Message what, Message help) {
    reporter_.report(document.file, document.parent->range, std::move(what), std::move(help));
  }

  const CheckInput& input_;
  Reporter& reporter_;
  std::unordered_set<std::uint32_t> in_circle_;
};

void find_wrong_parent_types(const CheckInput& input, Reporter& reporter) { ParentTypes(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule wrong_parent_type{RuleId::wrong_parent_type,
                             "hierarchy",
                             Severity::error,
                             {"Et dokument hører under et andet, som det efter sin type ikke kan høre under",
                              "A document belongs under another that its type does not allow"},
                             find_wrong_parent_types};
}  // namespace rules

}  // namespace kanon
