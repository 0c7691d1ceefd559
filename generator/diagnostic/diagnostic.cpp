#include "diagnostic/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace kanon {
namespace {

auto order(const Diagnostic& d) { return std::tie(d.path, d.place, d.rule, d.message.da, d.message.en); }

}  // namespace

Summary summarise(const std::vector<Diagnostic>& diagnostics) {
  Summary summary;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) ++summary.errors;
    if (diagnostic.severity == Severity::warning) ++summary.warnings;
  }
  return summary;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::ranges::sort(diagnostics, [](const auto& a, const auto& b) { return order(a) < order(b); });
  const auto repeats =
      std::ranges::unique(diagnostics, [](const auto& a, const auto& b) { return order(a) == order(b); });
  diagnostics.erase(repeats.begin(), repeats.end());
}

}  // namespace kanon
