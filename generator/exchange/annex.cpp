#include "exchange/annex.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "exchange/catalog_words.h"
#include "exchange/supplier_form.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

std::unexpected<Error> unknown_phase(const std::string& phase, const std::vector<PhaseGroup>& groups) {
  std::vector<std::string> ids;
  for (const PhaseGroup& group : groups) {
    if (!group.id.empty()) ids.push_back(group.id);
  }
  const std::string list = ids.empty() ? "–" : join(ids, ", ");
  return wrong_use(
      message("Kataloget har ingen krav i fasen «{}»", "The catalog has no requirements in the phase “{}”", phase),
      message("Der kan vælges mellem: {}", "Choose one of: {}", list));
}

std::string in_words(const AnnexChoice& choice, Language language) {
  std::vector<std::string> parts;
  if (!choice.phases.empty()) {
    parts.push_back(message("fase {}", "phase {}", join(choice.phases, ", ")).in(language));
  }
  if (choice.minimum) parts.push_back(message("kun {}", "only {}", kind_name(*choice.minimum, language)).in(language));
  return join(parts, "; ");
}

std::string edition_in_words(const CatalogEdition& edition, Language language) {
  const Catalog& catalog = *edition.catalog;
  const std::string standing = edition.fingerprint.empty() ? Message{"udkast", "draft"}.in(language)
                                                           : Message{"fingeraftryk ", "fingerprint "}.in(language) +
                                                                 short_fingerprint(edition.fingerprint);
  return fmt::format("{} ({}), version {}, {}", *catalog.title, *catalog.id, catalog.version->text(), standing);
}

}  // namespace

std::string Annex::title() const {
  return message("{} – bilag med krav", "{} – annex of requirements", *catalog().title).in(language);
}

bool Annex::is_draft() const {
  return std::ranges::any_of(editions, [](const CatalogEdition& edition) { return edition.fingerprint.empty(); });
}

std::string Annex::warning() const { return is_draft() ? draft_warning({}, language) : std::string(); }

std::vector<std::pair<std::string, std::string>> Annex::composition() const {
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 1; i < editions.size(); ++i) {
    parts.emplace_back(Message{"Bygger på", "Builds on"}.in(language), edition_in_words(editions[i], language));
  }
  if (!choice.empty()) parts.emplace_back(Message{"Udvalg", "Selection"}.in(language), choice);
  std::size_t count = 0;
  for (const AnnexPhase& phase : phases) count += phase.requirements.size();
  parts.emplace_back(Message{"Antal krav", "Requirements"}.in(language), std::to_string(count));
  return parts;
}

std::vector<std::pair<std::string, std::string>> Annex::facts() const {
  auto facts = facts_of(catalog(), publisher, editions.front().fingerprint, language);
  std::ranges::move(composition(), std::back_inserter(facts));
  return facts;
}

Result<Annex> make_annex(std::vector<CatalogEdition> editions, const AnnexChoice& choice,
                         const ExchangeSettings& settings) {
  std::vector<const Catalog*> chain;
  for (const CatalogEdition& edition : editions) chain.push_back(edition.catalog);
  std::vector<PhaseGroup> groups = phase_groups(chain);
  std::erase_if(groups, [](const PhaseGroup& group) { return group.requirements.empty(); });
  for (const std::string& phase : choice.phases) {
    const auto found = std::ranges::find(groups, phase, &PhaseGroup::id);
    if (found == groups.end()) return unknown_phase(phase, groups);
  }
  Annex annex{.language = settings.language,
              .publisher = settings.publisher,
              .editions = std::move(editions),
              .choice = in_words(choice, settings.language),
              .phases = {}};
  for (const PhaseGroup& group : groups) {
    if (!choice.phases.empty() && std::ranges::find(choice.phases, group.id) == choice.phases.end()) continue;
    AnnexPhase phase{std::to_string(annex.phases.size() + 1), group.id, group.title(settings.language), {}};
    for (const auto& [catalog, requirement] : group.requirements) {
      if (choice.minimum && *choice.minimum != requirement->minimum) continue;
      phase.requirements.push_back({fmt::format("{}.{}", phase.number, phase.requirements.size() + 1), requirement});
    }
    if (!phase.requirements.empty()) annex.phases.push_back(std::move(phase));
  }
  if (annex.phases.empty()) {
    return wrong_use({"Der er ingen krav i udvalget", "There are no requirements in the selection"},
                     {"Vælg andre faser eller en anden slags krav.", "Choose other phases or another kind."});
  }
  return annex;
}

Result<std::string> annex_xlsx(const Annex& annex) {
  SupplierForm form{.language = annex.language,
                    .title = annex.title(),
                    .facts = annex.facts(),
                    .warning = annex.warning(),
                    .rows = {},
                    .data = {},
                    .date = date_of(annex.catalog()),
                    .author = annex.publisher};
  for (const AnnexPhase& phase : annex.phases) {
    for (const AnnexRequirement& one : phase.requirements) {
      SupplierRow row = supplier_row(*one.requirement, phase.title, annex.language);
      row.number = one.number;
      form.rows.push_back(std::move(row));
    }
  }
  return workbook_of(form);
}

}  // namespace kanon
