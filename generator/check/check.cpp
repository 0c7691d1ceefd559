#include "check/check.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>

namespace kanon {

Severity severity_of(RuleId id, const Config& config) {
  const auto chosen = config.severities.find(id);
  return chosen != config.severities.end() ? chosen->second : rule(id).severity;
}

std::vector<Diagnostic> check(const CheckInput& input, std::vector<Diagnostic> found_while_reading) {
  const std::vector<const Rule*>& rules = registry();
  std::vector<std::vector<Diagnostic>> by_rule(rules.size());
  tbb::parallel_for(std::size_t{0}, rules.size(), [&](std::size_t i) {
    if (rules[i]->find == nullptr || severity_of(rules[i]->id, input.config()) == Severity::off) return;
    Reporter reporter(input.corpus(), rules[i]->id);
    rules[i]->find(input, reporter);
    by_rule[i] = reporter.take();
  });
  std::vector<Diagnostic> found = std::move(found_while_reading);
  for (auto& of_rule : by_rule) std::ranges::move(of_rule, std::back_inserter(found));
  for (auto& diagnostic : found)
    diagnostic.severity = std::min(diagnostic.severity, severity_of(diagnostic.rule, input.config()));
  std::erase_if(found, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::off; });
  sort_diagnostics(found);
  return found;
}

}  // namespace kanon
