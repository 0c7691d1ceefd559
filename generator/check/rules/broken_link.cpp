#include "check/rule.h"
#include "check/unsafe.h"
#include "check/wording.h"

namespace kanon {
namespace {

class BrokenLinks {
 public:
  BrokenLinks(const CheckInput& input, Reporter& reporter) : input_(input), reporter_(reporter) {}

  void judge_file(FileIndex at) {
    const ParsedFile& file = input_.corpus().parsed(at);
    std::optional<UnsafeDestinations> unsafe;
    for (const auto& link : input_.model.links[at]) {
      const MarkdownNode& node = file.markdown()[link.node];
      const auto* target = std::get_if<ToNowhere>(&link.target);
      if (node.kind != MarkdownKind::link || target == nullptr) continue;
      if (node.text.size > 0) {
        report(at, node, *target);
        continue;
      }
      if (!unsafe) unsafe.emplace(file);
      if (unsafe->had(node)) continue;
      reporter_.report(at, node.range, {"Linket har ingen adresse", "The link has no address"},
                       {"Skriv i parentesen, hvor linket fører hen, eller fjern linket.",
                        "Write in the parentheses where the link leads, or remove the link."});
    }
  }

 private:
  void report(FileIndex at, const MarkdownNode& node, const ToNowhere& target) {
    const std::string wanted = quoted(target.wanted);
    switch (target.problem) {
      case LinkProblem::no_such_file:
        return add(
            at, node,
            message("Linket fører til «{}», som ikke findes", "The link leads to “{}”, which does not exist", wanted),
            did_you_mean(target.suggestion,
                         {"Store og små bogstaver skal passe, og filen skal ligge i content/.",
                          "Capital and small letters must match, and the file must be in content/."}));
      case LinkProblem::no_such_item:
        return add(
            at, node,
            message("Linket fører til «{}», som ikke findes", "The link leads to “{}”, which does not exist", wanted),
            did_you_mean(target.suggestion, {"Skriv id'et, som det står øverst i dets fil.",
                                             "Write the id as it stands at the top of its file."}));
      case LinkProblem::leaves_project:
        return add(at, node,
                   message("Linket «{}» fører ud af projektets mappe",
                           "The link “{}” leads out of the project's folder", wanted),
                   {"Link kun til filer i content/, eller skriv en hel adresse, der begynder med https://.",
                    "Link only to files in content/, or write a whole address that begins with https://."});
      case LinkProblem::no_page:
        return add(at, node,
                   message("Linket fører til «{}», som ikke har nogen side på webstedet",
                           "The link leads to “{}”, which has no page on the site", wanted),
                   {"Link til noget, der har en side, eller fjern linket.",
                    "Link to something that has a page, or remove the link."});
      case LinkProblem::no_such_anchor:
      case LinkProblem::unreadable:
        return;
    }
  }

  void add(FileIndex at, const MarkdownNode& node, Message what, Message help) {
    reporter_.report(at, node.range, std::move(what), std::move(help));
  }

  const CheckInput& input_;
  Reporter& reporter_;
};

void find_broken_links(const CheckInput& input, Reporter& reporter) {
  BrokenLinks links(input, reporter);
  for (FileIndex at = 0; at < input.model.links.size(); ++at) links.judge_file(at);
}

}  // namespace

namespace rules {
const Rule broken_link{RuleId::broken_link,
                       "links",
                       Severity::error,
                       {"Et link fører til noget, der ikke findes", "A link leads to something that does not exist"},
                       find_broken_links};
}  // namespace rules

}  // namespace kanon
