#include "base/csv.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/catalog_table.h"
#include "exchange/catalog_words.h"
#include "exchange/csv_reading.h"
#include "exchange/formats.h"
#include "exchange/text_encoding.h"

namespace kanon {
namespace {

/// Whether a spreadsheet would take a cell for a number, a day or a truth and show, or save, another: 1.10 as 1.1, and
/// 5.3 as the 5th of March.
bool is_taken_for_another(std::string_view text) {
  if (text.empty()) return false;
  const std::string lower = lower_ascii(text);
  if (lower == "true" || lower == "false" || lower == "sand" || lower == "falsk") return true;
  return text.front() >= '0' && text.front() <= '9' &&
         text.find_first_not_of("0123456789.,:/-+% eE") == std::string_view::npos;
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

/// A text that a spreadsheet leaves as it is: behind an apostrophe where it would not.
std::string kept(std::string_view text) {
  return is_taken_for_another(without_apostrophes(text)) ? "'" + std::string(text) : disarmed(text);
}

std::string_view as_it_was(std::string_view text) {
  const bool was_kept = text.starts_with('\'') && is_taken_for_another(without_apostrophes(text));
  return was_kept ? text.substr(1) : rearmed(text);
}

/// Whether cells of a table stand behind apostrophes: in an export of ours the version does, if nothing else. One that
/// went through a workbook has its texts as they are.
bool is_armed(const Table& table) {
  bool is_ours = false;
  for (const auto& row : table) {
    for (const std::string& cell : row) {
      if (cell.starts_with('\'') && is_taken_for_another(std::string_view(cell).substr(1))) return true;
      is_ours = is_ours || (&row == &table.front() && column_of(cell) == Column::record);
    }
  }
  return !is_ours;
}

/// Days are left to spreadsheets: they read 2025-11-19 as what it is.
bool is_day(std::size_t column) {
  return column == static_cast<std::size_t>(Column::date) || column == static_cast<std::size_t>(Column::effective);
}

}  // namespace

Result<Exported> export_csv(const Catalog& catalog, const ExchangeSettings& settings) {
  // Danish decimals have commas, so Danish spreadsheets separate by semicolons.
  const char separator = settings.language == Language::da ? ';' : ',';
  Exported exported;
  exported.bytes = csv_mark;
  for (const auto& row : table_of(catalog, settings.language)) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at > 0) exported.bytes += separator;
      exported.bytes += csv_field(is_day(at) ? row[at] : kept(row[at]), separator);
    }
    exported.bytes += "\r\n";
  }
  return exported;
}

Result<Imported> import_csv(std::string_view bytes) {
  DecodedText text = decoded(bytes);
  auto table = read_csv(text.text, csv_separator(text.text));
  if (!table) return std::unexpected(table.error());
  const bool armed = is_armed(*table);
  for (auto& row : *table) {
    if (!armed) break;
    for (std::string& cell : row) cell = std::string(as_it_was(cell));
  }
  auto imported = catalog_of(*table);
  if (imported && text.mended) imported->mended.insert(imported->mended.begin(), *text.mended);
  return imported;
}

}  // namespace kanon
