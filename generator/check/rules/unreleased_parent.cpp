#include "check/rule.h"
#include "check/wording.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

/// Whether nothing at all of a document is in the archive. A release without a readable ledger is still one; what is
/// wrong with its ledger is said elsewhere.
bool was_never_released(const Corpus& corpus, const Document& document) {
  const auto archive = corpus.archive.find(*document.id);
  if (archive == corpus.archive.end()) return true;
  const ItemArchive& found = archive->second;
  return found.ledger_is_readable && found.entries.empty() && found.releases.empty();
}

void find_unreleased_parents(const CheckInput& input, Reporter& reporter) {
  const Corpus& corpus = input.corpus();
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents[i];
    const auto above = input.model.parent[i];
    if (!above || !document.parent || newest_release(corpus, document) == nullptr) continue;
    const Document& parent = corpus.documents[*above];
    if (!was_never_released(corpus, parent)) continue;
    reporter.report(
        document.file, document.parent->range,
        message("Dokumentet er udgivet, men det overordnede dokument «{}» er det ikke",
                "The document is released, but its parent “{}” is not", quoted(*parent.id)),
        message("Få det overordnede dokument godkendt, og udgiv det med kanon release {}.",
                "Have the document above approved, and release it with kanon release {}.", quoted(*parent.id)));
  }
}

}  // namespace

namespace rules {
const Rule unreleased_parent{RuleId::unreleased_parent,
                             "hierarchy",
                             Severity::warning,
                             {"Et udgivet dokument hører under et, der aldrig er udgivet",
                              "A released document belongs under one that was never released"},
                             find_unreleased_parents};
}  // namespace rules

}  // namespace kanon
