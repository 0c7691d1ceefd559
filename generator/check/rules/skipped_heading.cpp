#include "check/rule.h"

namespace kanon {
namespace {

void judge_headings(const ParsedFile& file, FileIndex at, Reporter& reporter) {
  int above = 1;  // the page's own title
  for (const auto& node : file.markdown()) {
    if (node.kind != MarkdownKind::heading) continue;
    if (node.level == 1) {
      reporter.report(
          at, node.range,
          {"Overskriften er på niveau 1, som er sidens titel", "The heading is at level 1, which is the page's title"},
          {"Skriv den med ## i stedet for #.", "Write it with ## instead of #."});
    } else if (node.level > above + 1) {
      reporter.report(
          at, node.range,
          message("Overskriften er på niveau {}, men kommer efter niveau {}",
                  "The heading is at level {}, but follows level {}", static_cast<int>(node.level), above),
          message("Skriv den med {}.", "Write it with {}.", std::string(static_cast<std::size_t>(above) + 1, '#')));
    }
    above = node.level;
  }
}

void find_skipped_headings(const CheckInput& input, Reporter& reporter) {
  const auto files = input.corpus().sources();
  for (FileIndex at = 0; at < files.size(); ++at) judge_headings(files[at].parsed, at, reporter);
}

}  // namespace

namespace rules {
const Rule skipped_heading{RuleId::skipped_heading,
                           "text",
                           Severity::warning,
                           {"En overskrift springer et niveau over", "A heading skips a level"},
                           find_skipped_headings};
}  // namespace rules

}  // namespace kanon
