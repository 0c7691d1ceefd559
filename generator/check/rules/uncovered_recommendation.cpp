#include <algorithm>
#include <unordered_set>

#include "check/front_matter.h"
#include "check/rule.h"
#include "check/wording.h"
#include "check/written_keys.h"
#include "resolve/catalog_chain.h"

namespace kanon {
namespace {

/// Whether a requirement says something of recommendations that could not be read: it may cover any of them.
bool hides_coverage(const Corpus& corpus, const Catalog& catalog) {
  const ParsedFile& file = corpus.parsed(catalog.file);
  if (!all_were_read(file, "requirements", catalog.requirements.size())) return true;
  const WrittenKeys keys(file);
  return std::ranges::any_of(catalog.requirements, [&](const Requirement& requirement) {
    const YamlNode* list = keys.value(requirement.range, "recommendations");
    return list != nullptr && list->kind != YamlKind::sequence && keys.says_something(list);
  });
}

/// The recommendations that the requirements of a catalog, or of one that it extends, name; nothing where that can't be
/// told.
std::optional<std::unordered_set<std::string_view>> covered_by(const Model& model, std::uint32_t catalog) {
  std::unordered_set<std::string_view> covered;
  for (const ItemRef item : catalog_chain(model, {ItemKind::catalog, catalog})) {
    const Catalog& one = model.source().catalogs[item.index];
    const auto extended = one.extends ? model.find(one.extends->value) : std::nullopt;
    const bool is_cut_off = one.extends && (!extended || extended->kind != ItemKind::catalog);
    if (is_cut_off || hides_coverage(model.source(), one)) return std::nullopt;
    for (const Requirement& requirement : one.requirements)
      for (const LocatedText& recommendation : requirement.recommendations) covered.insert(*recommendation);
  }
  return covered;
}

/// Those of a lower level are judged there: whatever covers them there covers them in every catalog that extends it.
void find_uncovered_recommendations(const CheckInput& input, Reporter& reporter) {
  const auto& catalogs = input.corpus().catalogs;
  for (std::uint32_t i = 0; i < catalogs.size(); ++i) {
    if (catalogs[i].recommendations.empty()) continue;
    const auto covered = covered_by(input.model, i);
    if (!covered) continue;
    for (const Recommendation& recommendation : catalogs[i].recommendations) {
      if (covered->contains(*recommendation.id)) continue;
      reporter.report(
          catalogs[i].file, recommendation.id.range,
          message("Intet krav i kataloget dækker anbefaling «{}»",
                  "No requirement of the catalog covers recommendation “{}”", quoted(*recommendation.id)),
          message("Skriv et krav med recommendations: [\"{0}\"], eller tilføj «{0}» til et krav, der dækker den.",
                  "Write a requirement with recommendations: [\"{0}\"], or add “{0}” to one that covers it.",
                  *recommendation.id));
    }
  }
}

}  // namespace

namespace rules {
const Rule uncovered_recommendation{
    RuleId::uncovered_recommendation,
    "requirements",
    Severity::warning,
    {"Intet krav dækker en af katalogets anbefalinger", "No requirement covers one of the catalog's recommendations"},
    find_uncovered_recommendations};
}  // namespace rules

}  // namespace kanon
