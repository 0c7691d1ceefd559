#pragma once

#include <string>
#include <vector>

#include "compare/fields.h"
#include "model/corpus.h"

namespace kanon {

/// What stands in lists, each with an id of its own: parts of catalogs, handbooks, registers and declarations.
enum class RecordKind {
  phase,
  recommendation,
  requirement,
  part,
  appendix,
  statement,  ///< of a member's declaration, by its criterion
  objective,
  criterion,
  term,
  dispensation,
  control
};

struct Record {
  RecordKind kind{};
  std::string id;
  std::vector<Field> fields;
};

/// A record that is not as it was.
struct RecordChange {
  RecordKind kind{};
  std::string id;
  std::string was_id{};               ///< where only its id changed, or its id too
  Fate fate = Fate::changed;          ///< inserted, deleted, changed; moved_here: stands at another place in its list
  std::string about{};                ///< its first text where that didn't change: what it is about
  std::vector<FieldChange> fields{};  ///< of what was inserted or deleted all of them
};

/// By kind and id, not by place; one whose fields are all that of a record that is gone has got another id. The order
/// matters for a handbook's parts and appendices alone. Changes stand in the order of `after`, then what is gone.
std::vector<RecordChange> compare_records(const std::vector<Record>& before, const std::vector<Record>& after);

std::vector<Record> records_of(const Catalog& catalog);
std::vector<Record> records_of(const Handbook& handbook);
std::vector<Record> records_of(const Declaration& declaration);
/// Terms, objectives with their criteria, dispensations and controls.
std::vector<Record> register_records(const Corpus& corpus);

}  // namespace kanon
