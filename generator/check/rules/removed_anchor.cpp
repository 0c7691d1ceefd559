#include <set>
#include <string_view>

#include "check/rule.h"
#include "check/wording.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

std::set<std::string_view> anchors_of(const ParsedFile& file) {
  std::set<std::string_view> anchors;
  for (const MarkdownNode& node : file.markdown()) {
    if (node.kind == MarkdownKind::heading) anchors.insert(file.string(node.text));
  }
  return anchors;
}

/// The newest release of a document, where its text is there and differs from the source.
const FrozenRelease* newest_frozen(const Corpus& corpus, const Document& document) {
  const LedgerEntry* newest = newest_release(corpus, document);
  if (newest == nullptr) return nullptr;
  const FrozenRelease* release = corpus.archive.at(*document.id).release_of(*newest->version);
  return release != nullptr && release->file ? release : nullptr;
}

void find_removed_anchors(const CheckInput& input, Reporter& reporter) {
  for (const Document& document : input.corpus().documents) {
    const FrozenRelease* release = newest_frozen(input.corpus(), document);
    // A source without a body could not be read; that is said elsewhere.
    if (release == nullptr || input.corpus().parsed(document.file).markdown().empty()) continue;
    const auto present = anchors_of(input.corpus().parsed(document.file));
    for (const std::string_view anchor : anchors_of(input.corpus().parsed(*release->file))) {
      if (present.contains(anchor)) continue;
      reporter.report(
          document.file, document.range,
          message("Afsnittet «#{}» fra version {} findes ikke længere", "The section “#{}” of version {} is gone",
                  quoted(anchor), release->version.text()),
          message("Andre kan have linket til det. Har afsnittet fået en ny overskrift, så skriv {{#{}}} efter den.",
                  "Others may have linked to it. If the section has a new heading, write {{#{}}} after it.",
                  quoted(anchor)));
    }
  }
}

}  // namespace

namespace rules {
const Rule removed_anchor{
    RuleId::removed_anchor,
    "links",
    Severity::warning,
    {"Et afsnit fra den seneste udgivne version er væk", "A section of the newest released version is gone"},
    find_removed_anchors};
}  // namespace rules

}  // namespace kanon
