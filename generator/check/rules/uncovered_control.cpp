#include <algorithm>
#include <map>
#include <unordered_set>

#include "check/rule.h"
#include "check/wording.h"
#include "check/written_keys.h"
#include "model/annex_a.h"

namespace kanon {
namespace {

/// The controls that documents and requirements say they cover.
std::unordered_set<std::string_view> covered_controls(const Corpus& corpus) {
  std::unordered_set<std::string_view> covered;
  const auto cover = [&](const std::vector<LocatedText>& controls) {
    for (const LocatedText& control : controls) covered.insert(*control);
  };
  for (const Document& document : corpus.documents) cover(document.controls);
  for (const Catalog& catalog : corpus.catalogs)
    for (const Requirement& requirement : catalog.requirements) cover(requirement.controls);
  return covered;
}

void find_uncovered_controls(const CheckInput& input, Reporter& reporter) {
  const auto covered = covered_controls(input.corpus());
  std::map<FileIndex, WrittenKeys> keys;
  for (const ControlEntry& entry : input.corpus().controls) {
    const Control* control = annex_a_control(*entry.control);
    // what is excluded and applicable at once is an invalid-value
    if (!entry.applicable || entry.status == ControlStatus::excluded || control == nullptr ||
        covered.contains(*entry.control))
      continue;
    const WrittenKeys& written = keys.try_emplace(entry.file, input.corpus().parsed(entry.file)).first->second;
    const YamlNode* applicable = written.value(entry.range, "applicable");
    if (applicable == nullptr || applicable->kind == YamlKind::null || written.says_something(entry.range, "documents"))
      continue;
    // an `applicable` that could not be read counts as true, and says nothing
    if (input.corpus().parsed(entry.file).string(applicable->text) != "true") continue;
    reporter.report(
        entry.file, entry.control.range,
        {fmt::format("Intet dækker foranstaltning {} ({}), som er valgt til", control->id, control->title.da),
         fmt::format("Nothing covers control {} ({}), which is applicable", control->id, control->title.en)},
        message("Nævn det dokument, der dækker den, under documents, eller skriv \"{0}\" under controls i et "
                "dokument eller et krav.",
                "Name the document that covers it below documents, or write \"{0}\" below controls of a "
                "document or a requirement.",
                control->id));
  }
}

}  // namespace

namespace rules {
const Rule uncovered_control{
    RuleId::uncovered_control,
    "registers",
    Severity::warning,
    {"En foranstaltning, der er valgt til, er ikke dækket", "A control that is applicable is not covered"},
    find_uncovered_controls};
}  // namespace rules

}  // namespace kanon
