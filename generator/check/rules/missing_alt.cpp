#include <algorithm>

#include "base/text.h"
#include "check/rule.h"

namespace kanon {
namespace {

bool says_something(const ParsedFile& file, const MarkdownNode& node) {
  return (node.kind == MarkdownKind::text || node.kind == MarkdownKind::code) && !trim(file.string(node.text)).empty();
}

/// The images whose alternative text is empty, in order. One walk from the end: what follows a node is known by then.
std::vector<Range> images_without_text(const ParsedFile& file) {
  const auto nodes = file.markdown();
  std::vector<Range> found;
  std::size_t next_text = nodes.size();
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (nodes[i].kind == MarkdownKind::image && next_text >= nodes[i].next) found.push_back(nodes[i].range);
    if (says_something(file, nodes[i])) next_text = i;
  }
  std::ranges::reverse(found);
  return found;
}

void find_missing_alts(const CheckInput& input, Reporter& reporter) {
  const auto files = input.corpus().sources();
  for (FileIndex at = 0; at < files.size(); ++at) {
    for (const Range image : images_without_text(files[at].parsed))
      reporter.report(at, image,
                      {"Billedet mangler en tekst til dem, der ikke kan se det",
                       "The picture has no text for those who can't see it"},
                      {"Skriv mellem [ og ], hvad billedet viser.", "Write between [ and ] what the picture shows."});
  }
}

}  // namespace

namespace rules {
const Rule missing_alt{RuleId::missing_alt,
                       "text",
                       Severity::warning,
                       {"Et billede mangler en alternativ tekst", "A picture has no alternative text"},
                       find_missing_alts};
}  // namespace rules

}  // namespace kanon
