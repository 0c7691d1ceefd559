#include <algorithm>

#include "base/text.h"
#include "check/front_matter.h"
#include "check/rule.h"
#include "check/wording.h"
#include "history/approvals.h"
#include "model/governed.h"

namespace kanon {
namespace {

std::string names_of(const Config& config, const std::vector<std::string>& bodies) {
  std::vector<std::string> names;
  for (const std::string& id : bodies) names.push_back(quoted(config.name_of_body(id)));
  return join(names, ", ");
}

/// Whether it can be told which version needs which approval. An approval that could not be read, or that misspells its
/// body, may be the one; a version other than the newest entry's may not be the one that was meant. Each of these is a
/// finding of its own.
bool can_be_judged(const CheckInput& input, const Governed& item) {
  if (item.version->empty()) return false;
  if (!item.history.empty() && *item.history.front().version != *item.version) return false;
  return all_were_read(input.corpus().parsed(item.file), "approvals", item.approvals.size()) &&
         std::ranges::all_of(item.approvals,
                             [&](const Approval& approval) { return input.config().body(*approval.body) != nullptr; });
}

void find_missing_approvals(const CheckInput& input, Reporter& reporter) {
  for_each_governed(input.corpus(), [&](const auto& item) {
    if (!can_be_judged(input, item)) return;
    const auto missing = missing_approvals(input.config(), item);
    if (missing.empty()) return;
    reporter.report(
        item.file, item.version.range,
        message("Version {} mangler godkendelse af: {}", "Version {} lacks the approval of: {}", item.version->text(),
                names_of(input.config(), missing)),
        message("Når den er godkendt, så skriv under approvals en linje som - {{body: {0}, date: {1}, version: "
                "\"{2}\"}}.",
                "Once it is approved, write a line under approvals like - {{body: {0}, date: {1}, version: \"{2}\"}}.",
                quoted(missing.front()), input.today.iso(), item.version->text()));
  });
}

}  // namespace

namespace rules {
const Rule missing_approval{
    RuleId::missing_approval,
    "versions",
    Severity::warning,
    {"En version mangler en godkendelse, den skal have", "A version lacks an approval it needs"},
    find_missing_approvals};
}  // namespace rules

}  // namespace kanon
