#include "check/front_matter.h"
#include "check/rule.h"
#include "model/governed.h"

namespace kanon {
namespace {

/// Whether the file says nothing at all of its history. Entries that could not be read are findings of the reader's.
bool is_silent_of_history(const ParsedFile& file) {
  if (keys_are_unreadable(file) || file.yaml()[0].kind != YamlKind::mapping) return false;
  return all_were_read(file, "history", 0);
}

void find_missing_histories(const CheckInput& input, Reporter& reporter) {
  for_each_governed(input.corpus(), [&](const Governed& item) {
    const ParsedFile& file = input.corpus().parsed(item.file);
    if (!is_silent_of_history(file)) return;
    const YamlNode* written = value_of(file, "history");
    const bool has_place = written != nullptr && written->range != Range{};
    reporter.report(
        item.file, has_place ? written->range : item.range, {"Historikken mangler", "The history is missing"},
        message(
            "Skriv, hvornår versionen er lavet, af hvem og hvorfor, for eksempel history: [{{version: \"{0}\", date: "
            "2025-11-19, by: Sekretariatet, change: Nyt dokument, kind: new}}].",
            "Write when the version was made, by whom and why, for example history: [{{version: \"{0}\", date: "
            "2025-11-19, by: Sekretariatet, change: New document, kind: new}}].",
            item.version->empty() ? "1.0" : item.version->text()));
  });
}

}  // namespace

namespace rules {
const Rule missing_history{
    RuleId::missing_history,
    "versions",
    Severity::error,
    {"Et dokument, kravkatalog eller en håndbog har ingen historik", "A document, catalog or handbook has no history"},
    find_missing_histories};
}  // namespace rules

}  // namespace kanon
