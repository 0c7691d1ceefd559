#include "check/check.h"

#include <algorithm>
#include <iterator>

namespace kanon {

Severity severity_of(RuleId id, const Config& config) {
  const auto chosen = config.severities.find(id);
  return chosen != config.severities.end() ? chosen->second : rule(id).severity;
}

std::vector<Diagnostic> check(const CheckInput& input, std::vector<Diagnostic> found_while_reading) {
  std::vector<Diagnostic> found = std::move(found_while_reading);
  for (const Rule* rule : registry()) {
    if (rule->find == nullptr || severity_of(rule->id, input.config()) == Severity::off) continue;
    Reporter reporter(input.corpus(), rule->id);
    rule->find(input, reporter);
    std::ranges::move(reporter.take(), std::back_inserter(found));
  }
  for (auto& diagnostic : found)
    diagnostic.severity = std::min(diagnostic.severity, severity_of(diagnostic.rule, input.config()));
  std::erase_if(found, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::off; });
  sort_diagnostics(found);
  return found;
}

}  // namespace kanon
