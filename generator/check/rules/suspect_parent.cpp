#include "check/rule.h"
#include "check/wording.h"
#include "history/outdated_parent.h"

namespace kanon {
namespace {

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
    const auto outdated = outdated_parent(corpus, document, parent);
    if (!outdated) continue;
    reporter.report(document.file, document.parent->range,
                    message("Version {} er udgivet under version {} af «{}», som siden er udgivet i version {}",
                            "Version {} was released under version {} of “{}”, which has since been released in "
                            "version {}",
                            outdated->own->version->text(), outdated->own->parent->version.text(), quoted(*parent.id),
                            outdated->above->version->text()),
                    remedy(document, *outdated->own));
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
