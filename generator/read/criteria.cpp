#include "read/criteria.h"

#include "read/item.h"

namespace kanon {
namespace {

void read_criterion(Mapping& mapping, std::vector<Criterion>& criteria) {
  Criterion criterion;
  const bool named = read_listed_id(mapping, criterion.id);
  criterion.text = *mapping.required_text("text", "Ansøgeren deler sin viden med andre.");
  if (named) criteria.push_back(std::move(criterion));
}

void read_objective(Mapping& mapping, std::vector<Objective>& objectives) {
  Objective objective;
  objective.file = mapping.reading().index();
  const bool named = read_listed_id(mapping, objective.id);
  objective.title = *mapping.required_text("title", "Viden deles");
  mapping.sequence("criteria", [&](Mapping& criterion) { read_criterion(criterion, objective.criteria); });
  if (named) objectives.push_back(std::move(objective));
}

}  // namespace

std::vector<Objective> read_criteria(Reading& reading) {
  Mapping mapping(reading);
  std::vector<Objective> objectives;
  mapping.sequence("objectives", [&](Mapping& objective) { read_objective(objective, objectives); });
  mapping.finish();
  return objectives;
}

}  // namespace kanon
