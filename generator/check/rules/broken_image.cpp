#include "check/rule.h"
#include "check/unsafe.h"
#include "check/wording.h"

namespace kanon {
namespace {

void report_image(Reporter& reporter, FileIndex at, Range range, const ToNowhere& target) {
  if (target.wanted.empty()) {
    reporter.report(at, range, {"Billedet har ingen adresse", "The picture has no address"},
                    {"Skriv billedfilens navn i parentesen, eller fjern billedet.",
                     "Write the name of the picture's file in the parentheses, or remove the picture."});
    return;
  }
  reporter.report(
      at, range, message("Billedet «{}» findes ikke", "The picture “{}” does not exist", quoted(target.wanted)),
      did_you_mean(target.suggestion, {"Store og små bogstaver skal passe, og billedet skal ligge i content/.",
                                       "Capital and small letters must match, and the picture must be in content/."}));
}

void find_broken_images(const CheckInput& input, Reporter& reporter) {
  for (FileIndex at = 0; at < input.model.links.size(); ++at) {
    const ParsedFile& file = input.corpus().parsed(at);
    std::optional<UnsafeDestinations> unsafe;
    for (const auto& link : input.model.links[at]) {
      const MarkdownNode& node = file.markdown()[link.node];
      const auto* target = std::get_if<ToNowhere>(&link.target);
      if (node.kind != MarkdownKind::image || target == nullptr) continue;
      if (node.text.size == 0) {
        if (!unsafe) unsafe.emplace(file);
        if (unsafe->had(node)) continue;
      }
      report_image(reporter, at, node.range, *target);
    }
  }
}

}  // namespace

namespace rules {
const Rule broken_image{RuleId::broken_image,
                        "links",
                        Severity::error,
                        {"Et billede findes ikke", "A picture does not exist"},
                        find_broken_images};
}  // namespace rules

}  // namespace kanon
