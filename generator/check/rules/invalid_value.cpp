#include <algorithm>
#include <map>

#include "base/text.h"
#include "check/derivations.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/wording.h"
#include "check/written_keys.h"
#include "resolve/hierarchy.h"
#include "resolve/suggestion.h"

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

/// Requirements are excepted from rules that judge one requirement, and from no others.
void find_wrong_silences(const CheckInput& input, Reporter& reporter) {
  std::vector<std::string> names;
  for (const RuleId rule : rules_of_one_requirement()) names.emplace_back(name_of(rule));
  Suggestions suggestions(names);
  for (const Catalog& catalog : input.corpus().catalogs) {
    for (const Requirement& requirement : catalog.requirements) {
      for (const Silence& silence : requirement.silence) {
        const std::string& name = *silence.rule;
        if (std::ranges::find(names, name) != names.end()) continue;
        const Message choice = message("Skriv en af: {}.", "Write one of: {}.", join(names, ", "));
        reporter.report(catalog.file, silence.rule.range,
                        rule_named(name) ? message("Et krav kan ikke undtages fra reglen «{}»",
                                                   "A requirement can't be excepted from the rule “{}”", quoted(name))
                                         : message("Der er ingen regel, der hedder «{}»", "There is no rule named “{}”",
                                                   quoted(name)),
                        rule_named(name) ? choice : did_you_mean(suggestions.nearest_to(name), choice));
      }
    }
  }
}

/// A status that says the opposite of `applicable`. Without a justification an exclusion is unjustified, whatever its
/// status.
void find_contradicting_statuses(const CheckInput& input, Reporter& reporter) {
  std::map<FileIndex, WrittenKeys> keys;
  for (const ControlEntry& entry : input.corpus().controls) {
    if (!entry.status || entry.applicable != (*entry.status == ControlStatus::excluded)) continue;
    if (!entry.applicable && trim(entry.justification).empty()) continue;
    const ParsedFile& file = input.corpus().parsed(entry.file);
    const WrittenKeys& written = keys.try_emplace(entry.file, file).first->second;
    const YamlNode* status = written.value(entry.range, "status");
    const YamlNode* applicable = written.value(entry.range, "applicable");
    // an `applicable` that could not be read is a finding of its own, and contradicts nothing
    if (status == nullptr || applicable == nullptr ||
        file.string(applicable->text) != (entry.applicable ? "true" : "false"))
      continue;
    const std::string said = quoted(file.string(status->text));
    reporter.report(entry.file, status->range,
                    entry.applicable ? message("«{}» passer ikke til en foranstaltning, der er valgt til",
                                               "“{}” does not fit a control that is applicable", said)
                                     : message("«{}» passer ikke til en foranstaltning, der er valgt fra",
                                               "“{}” does not fit a control that is not applicable", said),
                    entry.applicable
                        ? Message{"Skriv planned, partial eller implemented, eller applicable: false.",
                                  "Write planned, partial or implemented, or applicable: false."}
                        : Message{"Skriv excluded, eller applicable: true.", "Write excluded, or applicable: true."});
  }
}

/// Values of a wrong form are found while reading; what runs in circles or contradicts something else shows only when
/// everything is read.
void find_invalid_values(const CheckInput& input, Reporter& reporter) {
  find_circular_catalogs(input, reporter);
  find_circular_requirements(input, reporter);
  find_wrong_silences(input, reporter);
  find_contradicting_statuses(input, reporter);
}

}  // namespace

namespace rules {
const Rule invalid_value{RuleId::invalid_value,
                         "reading",
                         Severity::error,
                         {"En værdi har en forkert form", "A value has the wrong form"},
                         find_invalid_values};
}  // namespace rules

}  // namespace kanon
