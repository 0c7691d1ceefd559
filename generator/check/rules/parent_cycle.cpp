#include "check/rule.h"
#include "check/wording.h"
#include "resolve/hierarchy.h"

namespace kanon {
namespace {

/// «a → b → a», shortened where the circle is long.
std::string chain(const std::vector<std::uint32_t>& circle, const std::vector<Document>& documents) {
  constexpr std::size_t most_named = 6;
  std::string names;
  for (std::size_t i = 0; i < circle.size() && i < most_named; ++i)
    names += quoted(documents[circle[i]].id.value) + " → ";
  if (circle.size() > most_named) names += "… → ";
  return names + quoted(documents[circle.front()].id.value);
}

void find_parent_cycles(const CheckInput& input, Reporter& reporter) {
  const auto& documents = input.corpus().documents;
  for (const auto& circle : circles(named_parents(input.model))) {
    const Document& first = documents[circle.front()];
    Message what = circle.size() == 1
                       ? message("Dokumentet «{}» er overordnet sig selv", "The document “{}” is its own parent",
                                 quoted(first.id.value))
                       : message("Dokumenterne er overordnet hinanden i ring: {}",
                                 "The documents are each other's parents in a circle: {}", chain(circle, documents));
    auto& found = reporter.report(first.file, first.parent->range, std::move(what),
                                  {"Find ud af, hvilket dokument der står øverst, og ret dets parent.",
                                   "Decide which document stands above the others, and correct its parent."});
    for (std::size_t i = 1; i < circle.size(); ++i) {
      const Document& other = documents[circle[i]];
      found.related.push_back(reporter.related(other.file, other.parent->range,
                                               message("«{}» hører under «{}»", "“{}” belongs under “{}”",
                                                       quoted(other.id.value), quoted(other.parent->value))));
    }
  }
}

}  // namespace

namespace rules {
const Rule parent_cycle{RuleId::parent_cycle,
                        "hierarchy",
                        Severity::error,
                        {"Dokumenter er overordnet hinanden i ring", "Documents are each other's parents in a circle"},
                        find_parent_cycles};
}  // namespace rules

}  // namespace kanon
