#include <algorithm>
#include <map>

#include "check/handbook_reach.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// Which documents stand in a handbook, named in a part or by the hierarchy.
class HandbookContents {
 public:
  explicit HandbookContents(const CheckInput& input) : input_(input), held_(input.corpus().documents.size(), false) {
    for (const auto& handbook : input.corpus().handbooks)
      for (const auto& part : handbook.parts) add(part, reach_of(handbook, input));
    for (const auto& [top, reach] : below_) add_below(top.first, top.second, reach);
  }

  bool hold(std::uint32_t document) const { return held_[document]; }

 private:
  std::optional<std::uint32_t> document(const std::string& id) const {
    const auto item = input_.model.find(id);
    if (!item || item->kind != ItemKind::document) return std::nullopt;
    return item->index;
  }

  /// Parts that name the same top and type are walked once.
  void add(const HandbookPart& part, std::size_t reach) {
    for (const auto& id : part.documents)
      if (const auto named = document(id.value)) held_[*named] = true;
    const auto top = part.under ? document(part.under->value) : std::nullopt;
    if (!top) return;
    const auto widen = [&](const std::string& type) {
      auto& widest = below_.try_emplace({*top, type}, reach).first->second;
      widest = std::max(widest, reach);
    };
    if (part.types.empty()) widen("");
    for (const auto& type : part.types) widen(type.value);
  }

  void add_below(std::uint32_t top, const std::string& type, std::size_t reach) {
    std::vector<std::uint32_t> waiting = input_.model.children[top];
    while (!waiting.empty()) {
      const std::uint32_t at = waiting.back();
      waiting.pop_back();
      const bool has_type = type.empty() || input_.corpus().documents[at].type.value == type;
      if (has_type && input_.model.level_of({ItemKind::document, at, 0}) <= reach) held_[at] = true;
      const auto& children = input_.model.children[at];
      waiting.insert(waiting.end(), children.begin(), children.end());
    }
  }

  const CheckInput& input_;
  std::vector<bool> held_;
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> below_;
};

void find_orphan_documents(const CheckInput& input, Reporter& reporter) {
  if (input.corpus().handbooks.empty()) return;
  const HandbookContents contents(input);
  const auto& documents = input.corpus().documents;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    if (contents.hold(i)) continue;
    reporter.report(documents[i].file, documents[i].id.range,
                    message("Dokumentet «{}» står ikke i nogen håndbog", "The document “{}” is in no handbook",
                            quoted(documents[i].id.value)),
                    {"Tag det med i en af filerne i content/handbooks/, hvis læserne skal finde det der.",
                     "Add it to one of the files in content/handbooks/ if readers should find it there."});
  }
}

}  // namespace

namespace rules {
const Rule orphan_document{RuleId::orphan_document,
                           "hierarchy",
                           Severity::warning,
                           {"Et dokument står ikke i nogen håndbog", "A document is in no handbook"},
                           find_orphan_documents};
}  // namespace rules

}  // namespace kanon
