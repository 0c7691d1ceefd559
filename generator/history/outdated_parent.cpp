#include "history/outdated_parent.h"

#include "history/unrecorded.h"

namespace kanon {

bool ledger_is_readable(const Corpus& corpus, const Governed& item) {
  const auto archive = corpus.archive.find(*item.id);
  return archive == corpus.archive.end() || archive->second.ledger_is_readable;
}

std::optional<OutdatedParent> outdated_parent(const Corpus& corpus, const Document& document, const Document& parent) {
  if (!ledger_is_readable(corpus, document) || !ledger_is_readable(corpus, parent)) return std::nullopt;
  const LedgerEntry* own = newest_release(corpus, document);
  if (own == nullptr || !own->parent || own->parent->id != *parent.id) return std::nullopt;
  const LedgerEntry* above = newest_release(corpus, parent);
  if (above == nullptr || *above->version == own->parent->version) return std::nullopt;
  return OutdatedParent{own, above};
}

}  // namespace kanon
