#include "check/derivations.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/hierarchy.h"

namespace kanon {
namespace {

void find_circular_catalogs(const CheckInput& input, Reporter& reporter) {
  const auto& catalogs = input.corpus().catalogs;
  std::vector<std::optional<std::uint32_t>> extended(catalogs.size());
  for (std::size_t i = 0; i < catalogs.size(); ++i) {
    const auto named = catalogs[i].extends ? input.model.find(catalogs[i].extends->value) : std::nullopt;
    if (named && named->kind == ItemKind::catalog) extended[i] = named->index;
  }
  for (const auto& circle : circles(extended)) {
    const Catalog& first = catalogs[circle.front()];
    auto& found = reporter.report(first.file, first.extends->range,
                                  message("Kataloget «{}» bygger i sidste ende på sig selv",
                                          "The catalog “{}” builds on itself in the end", quoted(first.id.value)),
                                  {"Fjern extends i det katalog, som de andre bygger på.",
                                   "Remove extends in the catalog that the others build on."});
    for (std::size_t i = 1; i < circle.size(); ++i) {
      const Catalog& other = catalogs[circle[i]];
      found.related.push_back(reporter.related(
          other.file, other.extends->range,
          message("«{}» bygger på «{}»", "“{}” builds on “{}”", quoted(other.id.value), quoted(other.extends->value))));
    }
  }
}

void find_circular_requirements(const CheckInput& input, Reporter& reporter) {
  for (const auto& circular : circular_derivations(input.model)) {
    reporter.report(input.model.file_of(circular.requirement), circular.from->range,
                    message("Kravet «{}» er i sidste ende afledt af sig selv",
                            "The requirement “{}” derives from itself in the end",
                            quoted(input.model.title_of(circular.requirement))),
                    {"Fjern det id fra derives_from, som kravet ikke er afledt af.",
                     "Remove from derives_from the id that the requirement does not derive from."});
  }
}

/// Values of a wrong form are found while reading; what runs in circles shows only when everything is read.
void find_circles(const CheckInput& input, Reporter& reporter) {
  find_circular_catalogs(input, reporter);
  find_circular_requirements(input, reporter);
}

}  // namespace

namespace rules {
const Rule invalid_value{RuleId::invalid_value,
                         "reading",
                         Severity::error,
                         {"En værdi har en forkert form", "A value has the wrong form"},
                         find_circles};
}  // namespace rules

}  // namespace kanon
