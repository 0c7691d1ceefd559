#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void report_anchor(const CheckInput& input, Reporter& reporter, FileIndex at, Range range, const ToNowhere& target) {
  const std::string anchor = quoted(target.wanted);
  Message what = target.item ? message("Linket fører til afsnittet «#{}», som ikke findes i «{}»",
                                       "The link leads to the section “#{}”, which is not in “{}”", anchor,
                                       quoted(input.model.title_of(*target.item)))
                             : message("Linket fører til afsnittet «#{}», som ikke findes på siden",
                                       "The link leads to the section “#{}”, which is not on the page", anchor);
  reporter.report(at, range, std::move(what),
                  did_you_mean(target.suggestion.empty() ? "" : "#" + target.suggestion,
                               {"Adressen på et afsnit er dets overskrift med små bogstaver og bindestreger.",
                                "A section's address is its heading in small letters and with hyphens."}));
}

void find_broken_anchors(const CheckInput& input, Reporter& reporter) {
  for (FileIndex at = 0; at < input.model.links.size(); ++at) {
    for (const auto& link : input.model.links[at]) {
      const auto* target = std::get_if<ToNowhere>(&link.target);
      if (target != nullptr && target->problem == LinkProblem::no_such_anchor)
        report_anchor(input, reporter, at, input.corpus().parsed(at).markdown()[link.node].range, *target);
    }
  }
}

}  // namespace

namespace rules {
const Rule broken_anchor{
    RuleId::broken_anchor,
    "links",
    Severity::error,
    {"Et link fører til et afsnit, der ikke findes", "A link leads to a section that does not exist"},
    find_broken_anchors};
}  // namespace rules

}  // namespace kanon
