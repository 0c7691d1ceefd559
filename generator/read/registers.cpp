#include "read/registers.h"

#include "read/item.h"

namespace kanon {
namespace {

const Form<ControlStatus>& control_status() {
  static const Form<ControlStatus> form = choice_form<ControlStatus>({{"planned", ControlStatus::planned},
                                                                      {"partial", ControlStatus::partial},
                                                                      {"implemented", ControlStatus::implemented},
                                                                      {"excluded", ControlStatus::excluded}});
  return form;
}

void read_dispensation(Mapping& mapping, std::vector<Dispensation>& dispensations) {
  Dispensation dispensation;
  place_item(mapping, dispensation);
  const bool named = read_listed_id(mapping, dispensation.id);
  dispensation.document = mapping.required_text("document", "backup-politik");
  dispensation.section = mapping.optional_text("section");
  dispensation.reason = *mapping.required_text("reason", "Systemet udfases.");
  // an empty list is for the rule missing-measures; only the absent key is for this reader
  mapping.require("measures", "[Daglig manuel kopi]");
  for (auto& measure : mapping.text_or_texts("measures")) dispensation.measures.push_back(std::move(measure.value));
  dispensation.decided_by = *mapping.required_text("decided_by", "Direktionen");
  dispensation.decided = mapping.required_date("decided");
  dispensation.expires = mapping.required_date("expires");
  if (const auto consider = mapping.optional_boolean("consider_update")) dispensation.consider_update = **consider;
  read_classification(mapping, dispensation);
  if (named) dispensations.push_back(std::move(dispensation));
}

void read_control(Mapping& mapping, std::vector<ControlEntry>& controls) {
  ControlEntry entry;
  entry.file = mapping.reading().index();
  entry.range = mapping.opening();
  entry.control = mapping.required_text("control", "\"A.5.1\"");
  const Located<bool> applicable = mapping.required("applicable", boolean_form());
  if (was_read(applicable)) entry.applicable = *applicable;
  entry.justification = mapping.text("justification");
  if (const auto status = mapping.optional("status", control_status())) entry.status = **status;
  entry.documents = mapping.texts("documents");
  if (was_read(entry.control)) controls.push_back(std::move(entry));
}

}  // namespace

std::vector<Dispensation> read_dispensations(Reading& reading) {
  std::vector<Dispensation> dispensations;
  read_sequence(reading, "{id: dispensation-1, document: backup-politik}",
                [&](Mapping& mapping) { read_dispensation(mapping, dispensations); });
  return dispensations;
}

std::vector<ControlEntry> read_controls(Reading& reading) {
  std::vector<ControlEntry> controls;
  read_sequence(reading, "{control: \"A.5.1\", applicable: true}",
                [&](Mapping& mapping) { read_control(mapping, controls); });
  return controls;
}

}  // namespace kanon
