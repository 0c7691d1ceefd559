#include "check/rule.h"
#include "check/wording.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

/// Two releases that no longer go together: the newest of a document, and that of the document above it.
struct Parting {
  const LedgerEntry* own = nullptr;
  const LedgerEntry* above = nullptr;
};

/// Of a document that still belongs where it did when it was released. A move is for the next release to record.
std::optional<Parting> parting(const Corpus& corpus, const Document& document, const Document& parent) {
  const LedgerEntry* own = newest_release(corpus, document);
  if (own == nullptr || !own->parent || own->parent->id != *parent.id) return std::nullopt;
  const LedgerEntry* above = newest_release(corpus, parent);
  if (above == nullptr || *above->version == own->parent->version) return std::nullopt;
  return Parting{own, above};
}

/// A ledger that could not be read whole may lack its newest entry.
bool is_readable(const Corpus& corpus, const Document& document) {
  const auto archive = corpus.archive.find(*document.id);
  return archive == corpus.archive.end() || archive->second.ledger_is_readable;
}

Message remedy(const Document& document, const LedgerEntry& newest) {
  if (*document.version > *newest.version)
    return message("Læs version {1} op mod det overordnede dokument, få den godkendt, og skriv så kanon release {0}.",
                   "Read version {1} against the document above, have it approved, then run kanon release {0}.",
                   *document.id, document.version->text());
  return message(
      "Læs dokumentet op mod den nye version. Passer det stadig, så skriv kanon bump {0} --kind verified --by … "
      "--change …, få det godkendt, og udgiv det med kanon release {0}.",
      "Read the document against the new version. If it still fits, run kanon bump {0} --kind verified --by … --change "
      "…, have it approved, and release it with kanon release {0}.",
      *document.id);
}

void find_suspect_parents(const CheckInput& input, Reporter& reporter) {
  const Corpus& corpus = input.corpus();
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents[i];
    const auto above = input.model.parent[i];
    if (!above || !document.parent) continue;
    const Document& parent = corpus.documents[*above];
    if (!is_readable(corpus, document) || !is_readable(corpus, parent)) continue;
    const auto parted = parting(corpus, document, parent);
    if (!parted) continue;
    reporter.report(document.file, document.parent->range,
                    message("Version {} er udgivet under version {} af «{}», som siden er udgivet i version {}",
                            "Version {} was released under version {} of “{}”, which has since been released in "
                            "version {}",
                            parted->own->version->text(), parted->own->parent->version.text(), quoted(*parent.id),
                            parted->above->version->text()),
                    remedy(document, *parted->own));
  }
}

}  // namespace

namespace rules {
const Rule suspect_parent{RuleId::suspect_parent,
                          "hierarchy",
                          Severity::warning,
                          {"Et dokument er ikke læst op mod den nyeste version af det overordnede dokument",
                           "A document has not been read against the newest version of its parent"},
                          find_suspect_parents};
}  // namespace rules

}  // namespace kanon
