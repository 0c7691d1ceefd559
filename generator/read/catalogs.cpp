#include "read/catalogs.h"

#include "read/governed.h"
#include "read/item.h"

namespace kanon {
namespace {

/// Whether a requirement is a minimum.
const Form<bool>& requirement_kind() {
  static const Form<bool> form = choice_form<bool>({{"minimum", true}, {"standard", false}});
  return form;
}

/// Whether a requirement prescribes the solution.
const Form<bool>& requirement_form() {
  static const Form<bool> form = choice_form<bool>({{"effect", false}, {"solution", true}});
  return form;
}

void read_phase(Mapping& mapping, std::vector<Phase>& phases) {
  Phase phase;
  phase.id = mapping.required_text("id", "\"1\"");
  phase.title = *mapping.required_text("title", "Planlægning");
  if (!phase.id->empty()) phases.push_back(std::move(phase));
}

void read_recommendation(Mapping& mapping, std::vector<Recommendation>& recommendations) {
  Recommendation recommendation;
  recommendation.id = mapping.required_text("id", "\"2.1\"");
  if (auto phase = mapping.optional_text("phase")) recommendation.phase = std::move(*phase);
  recommendation.text = *mapping.required_text("text", "Stil krav, der kan måles.");
  if (!recommendation.id->empty()) recommendations.push_back(std::move(recommendation));
}

void read_silence(Mapping& mapping, std::vector<Silence>& silences) {
  Silence silence;
  silence.range = mapping.opening();
  silence.rule = mapping.required_text("rule", "vague-time");
  silence.reason = mapping.required_text("reason", "Ordet er defineret i aftalen.");
  if (was_read(silence.rule) && was_read(silence.reason)) silences.push_back(std::move(silence));
}

void read_requirement(Mapping& mapping, std::vector<Requirement>& requirements) {
  Requirement requirement;
  requirement.range = mapping.opening();
  const bool named = read_requirement_id(mapping, requirement.id);
  requirement.phase = mapping.optional_text("phase");
  requirement.theme = mapping.text("theme");
  requirement.text = mapping.required_text("text", "Leverandøren skal teste gendannelse.");
  const Located<bool> minimum = mapping.required("kind", requirement_kind());
  if (was_read(minimum)) requirement.minimum = *minimum;
  if (const auto solution = mapping.optional("form", requirement_form())) requirement.solution = **solution;
  requirement.verification = mapping.text("verification");
  requirement.frequency = mapping.optional("frequency", frequency_form());
  requirement.recommendations = mapping.texts("recommendations");
  requirement.controls = mapping.texts("controls");
  requirement.derives_from = mapping.texts("derives_from");
  requirement.note = mapping.text("note");
  mapping.sequence("silence", [&](Mapping& silence) { read_silence(silence, requirement.silence); });
  if (named) requirements.push_back(std::move(requirement));
}

}  // namespace

std::optional<Catalog> read_catalog(Reading& reading) {
  Mapping mapping(reading);
  Catalog catalog;
  const bool named = read_own_id(mapping, catalog);
  read_governed(mapping, catalog);
  catalog.level = mapping.optional_text("level");
  catalog.extends = mapping.optional_text("extends");
  mapping.sequence("phases", [&](Mapping& phase) { read_phase(phase, catalog.phases); });
  mapping.sequence("recommendations",
                   [&](Mapping& recommendation) { read_recommendation(recommendation, catalog.recommendations); });
  mapping.sequence("requirements", [&](Mapping& requirement) { read_requirement(requirement, catalog.requirements); });
  mapping.finish();
  if (!named) return std::nullopt;
  return catalog;
}

}  // namespace kanon
