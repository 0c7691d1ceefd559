#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/message.h"
#include "model/items.h"

namespace kanon {

// What tables call the parts of a catalog, in both languages. Readers know both, and what others call them.

/// What a row of a table is about.
enum class Record { catalog, history, approval, phase, recommendation, requirement, exception, continued };

/// A column. Each record uses some of them (catalog_table.h).
enum class Column {
  record,
  id,
  phase,
  theme,
  text,
  kind,
  form,
  verification,
  frequency,
  recommendations,
  controls,
  derives_from,
  note,
  title,
  version,
  date,
  by,
  level,
  extends_catalog,
  owner,
  classification,
  effective,
  review_every,
  aliases,
  rule,
};
inline constexpr std::size_t column_count = 25;

const std::string& name_of(Record record, Language language);
const std::string& name_of(Column column, Language language);
std::optional<Record> record_of(std::string_view name);
std::optional<Column> column_of(std::string_view name);

/// Whether requirements are minimums: mindstekrav, almindeligt krav.
const std::string& kind_name(bool minimum, Language language);
std::optional<bool> requirement_kind_of(std::string_view name);
/// Whether requirements prescribe the solution: effektkrav, løsningskrav.
const std::string& form_name(bool solution, Language language);
std::optional<bool> requirement_form_of(std::string_view name);
const std::string& change_name(ChangeKind kind, Language language);
std::optional<ChangeKind> change_of(std::string_view name);

/// A day as 2025-11-19 or, as it is written by hand and by spreadsheets in Danish, 19-11-2025.
std::optional<Date> day_of(std::string_view text);

}  // namespace kanon
