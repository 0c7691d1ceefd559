#include <algorithm>

#include "read/config_parts.h"

namespace kanon {
namespace {

const Form<Severity>& severity() {
  static const Form<Severity> form =
      choice_form<Severity>({{"error", Severity::error}, {"warning", Severity::warning}, {"off", Severity::off}});
  return form;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const RuleId rule : all_rules()) names.emplace_back(name_of(rule));
  std::ranges::sort(names);
  return names;
}

}  // namespace

void read_rules(Mapping& root, Config& config) {
  const std::vector<std::string> known = rule_names();
  root.mapping("rules", [&](Mapping& rules) {
    for (const auto& name : rules.keys()) {
      if (!std::ranges::binary_search(known, *name)) {
        rules.pass_over(*name);
        rules.reading().report_unknown_key(name.range, *name, known);
        continue;
      }
      const Located<Severity> chosen = rules.required(*name, severity());
      if (was_read(chosen)) config.severities[*rule_named(*name)] = *chosen;
    }
  });
}

}  // namespace kanon
