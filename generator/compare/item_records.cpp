#include "compare/item_fields.h"
#include "compare/records.h"

namespace kanon {
namespace {

std::string text_of(const MaybeLocated<std::string>& value) { return value ? **value : std::string(); }

Record record_of(const Requirement& requirement) {
  Field silence{"silence", {}, true};
  for (const Silence& one : requirement.silence) silence.values.push_back(*one.rule + ": " + *one.reason);
  return {
      RecordKind::requirement,
      *requirement.id,
      {text_field("text", *requirement.text), value_field("phase", text_of(requirement.phase)),
       text_field("theme", requirement.theme), value_field("kind", requirement.minimum ? "minimum" : "standard"),
       value_field("form", requirement.solution ? "solution" : "effect"),
       text_field("verification", requirement.verification), value_field("frequency", text_of(requirement.frequency)),
       list_field("recommendations", requirement.recommendations), list_field("controls", requirement.controls),
       list_field("derives_from", requirement.derives_from), text_field("note", requirement.note), silence}};
}

Record record_of(const Dispensation& dispensation) {
  Record record{
      RecordKind::dispensation,
      *dispensation.id,
      {value_field("document", *dispensation.document), value_field("section", text_of(dispensation.section)),
       text_field("reason", dispensation.reason), Field{"measures", dispensation.measures, true},
       value_field("decided_by", dispensation.decided_by), value_field("decided", dispensation.decided->iso()),
       value_field("expires", dispensation.expires->iso()),
       value_field("consider_update", dispensation.consider_update ? "true" : "")}};
  return record;
}

Record record_of(const ControlEntry& entry) {
  static constexpr const char* names[] = {"planned", "partial", "implemented", "excluded"};
  return {
      RecordKind::control,
      *entry.control,
      {value_field("applicable", entry.applicable ? "true" : "false"), text_field("justification", entry.justification),
       value_field("status", entry.status ? names[static_cast<std::size_t>(*entry.status)] : ""),
       list_field("documents", entry.documents)}};
}

}  // namespace

std::vector<Record> records_of(const Catalog& catalog) {
  std::vector<Record> records;
  for (const Phase& phase : catalog.phases)
    records.push_back({RecordKind::phase, *phase.id, {text_field("title", phase.title)}});
  for (const Recommendation& recommendation : catalog.recommendations) {
    records.push_back({RecordKind::recommendation,
                       *recommendation.id,
                       {text_field("text", recommendation.text), value_field("phase", *recommendation.phase)}});
  }
  for (const Requirement& requirement : catalog.requirements) records.push_back(record_of(requirement));
  return records;
}

std::vector<Record> records_of(const Handbook& handbook) {
  std::vector<Record> records;
  for (const HandbookPart& part : handbook.parts) {
    records.push_back({RecordKind::part,
                       part.title,
                       {list_field("documents", part.documents), list_field("catalogs", part.catalogs),
                        value_field("under", text_of(part.under)), list_field("types", part.types)}});
  }
  for (const Appendix& appendix : handbook.appendices) records.push_back({RecordKind::appendix, *appendix.embed, {}});
  return records;
}

std::vector<Record> records_of(const Declaration& declaration) {
  std::vector<Record> records;
  for (const CriterionStatement& one : declaration.criteria)
    records.push_back({RecordKind::statement, *one.criterion, {text_field("statement", one.statement)}});
  return records;
}

std::vector<Record> register_records(const Corpus& corpus) {
  std::vector<Record> records;
  for (const Objective& objective : corpus.objectives) {
    records.push_back({RecordKind::objective, *objective.id, {text_field("title", objective.title)}});
    for (const Criterion& criterion : objective.criteria)
      records.push_back({RecordKind::criterion, *criterion.id, {text_field("text", criterion.text)}});
  }
  for (const Term& term : corpus.terms) {
    records.push_back(
        {RecordKind::term, *term.id, {text_field("term", term.term), text_field("definition", term.definition)}});
  }
  for (const Dispensation& dispensation : corpus.dispensations) records.push_back(record_of(dispensation));
  for (const ControlEntry& entry : corpus.controls) records.push_back(record_of(entry));
  return records;
}

}  // namespace kanon
