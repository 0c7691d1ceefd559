#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "exchange/catalog_table.h"
#include "exchange/catalog_words.h"
#include "exchange/cell_text.h"
#include "exchange/formats.h"
#include "exchange/supplier_form.h"
#include "exchange/told.h"
#include "exchange/workbook_reading.h"
#include "model/frequency.h"

namespace kanon {
namespace {

std::map<std::string, std::string> phase_titles(const Catalog& catalog) {
  std::map<std::string, std::string> titles;
  for (const Phase& phase : catalog.phases) titles.emplace(*phase.id, phase.title);
  return titles;
}

std::string counts_in_words(const Catalog& catalog, Language language) {
  const auto minimums = static_cast<std::size_t>(std::ranges::count(catalog.requirements, true, &Requirement::minimum));
  return message("{}, heraf {} mindstekrav", "{}, of which {} are minimums", catalog.requirements.size(), minimums)
      .in(language);
}

/// Whether a table's first row names a column.
bool names(const Table& table, Column column) {
  if (table.empty()) return false;
  return std::ranges::any_of(table.front(), [&](const std::string& name) { return column_of(name) == column; });
}

/// Whether a sheet holds all of a catalog.
bool holds_records(const Sheet& sheet) { return names(sheet.table, Column::record); }

/// Whether a sheet is the one that people see the requirements on.
bool shows_requirements(const Sheet& sheet) {
  return !holds_records(sheet) && names(sheet.table, Column::id) && names(sheet.table, Column::text);
}

/// Takes over what was changed in the sheet that people see.
class Merging {
 public:
  Merging(Catalog& catalog, const Catalog& seen) : catalog_(catalog), seen_(seen) {}

  std::vector<Message> merge() {
    std::unordered_map<std::string, Requirement*> by_id;
    for (Requirement& requirement : catalog_.requirements) by_id.emplace(*requirement.id, &requirement);
    std::unordered_map<std::string, bool> met;
    std::vector<Requirement> added;
    for (const Requirement& seen : seen_.requirements) {
      met[*seen.id] = true;
      const auto found = by_id.find(*seen.id);
      if (found == by_id.end()) {
        told_.add(message("Kravet {} er tilføjet i arket", "The requirement {} was added on the sheet", *seen.id));
        added.push_back(seen);
      } else {
        take_over(*found->second, seen);
      }
    }
    std::erase_if(catalog_.requirements, [&](const Requirement& requirement) {
      if (met.contains(*requirement.id)) return false;
      told_.add(
          message("Kravet {} er fjernet i arket", "The requirement {} was removed from the sheet", *requirement.id));
      return true;
    });
    std::ranges::move(added, std::back_inserter(catalog_.requirements));
    return told_.take();
  }

 private:
  /// A cell is compared with what the export put there: cut, and in words.
  void take_over(Requirement& requirement, const Requirement& seen) {
    bool changed = false;
    const auto text = [&](std::string& own, const std::string& other) {
      if (trim(shown_in_cell(own)) == other) return;
      own = other;
      changed = true;
    };
    text(requirement.theme, seen.theme);
    text(requirement.text.value, *seen.text);
    text(requirement.verification, seen.verification);
    if (requirement.minimum != seen.minimum) changed = true;
    requirement.minimum = seen.minimum;
    if (how_often(requirement) != how_often(seen)) {
      requirement.frequency = seen.frequency;
      changed = true;
    }
    if (changed)
      told_.add(message("Kravet {} er ændret i arket", "The requirement {} was changed on the sheet", *requirement.id));
  }

  static std::string how_often(const Requirement& requirement) {
    return requirement.frequency ? frequency_words(**requirement.frequency).in(Language::da) : std::string();
  }

  Catalog& catalog_;
  const Catalog& seen_;
  Told told_;
};

/// Whether someone has filled in an answer, so that they learn that it doesn't come along.
bool has_answers(const Table& table) {
  if (table.empty()) return false;
  const auto& names = table.front();
  const auto found =
      std::ranges::find_if(names, [](const std::string& name) { return name == "Svar" || name == "Answer"; });
  if (found == names.end()) return false;
  const auto first = static_cast<std::size_t>(found - names.begin());
  return std::any_of(table.begin() + 1, table.end(), [&](const std::vector<std::string>& row) {
    return std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(first, row.size())), row.end(),
                       [](const std::string& cell) { return !trim(cell).empty(); });
  });
}

void tell_of(const std::vector<Sheet>& sheets, std::vector<Message>& mended) {
  std::size_t formulas = 0;
  for (const Sheet& sheet : sheets) formulas += sheet.formulas;
  if (formulas > 0) {
    mended.push_back(message("{} formler er læst som deres sidste resultat",
                             "{} formulas were read as their last results", formulas));
  }
  if (std::ranges::any_of(sheets, [](const Sheet& sheet) { return has_answers(sheet.table); })) {
    mended.push_back({"Leverandørens svar hører ikke til kataloget og er ikke læst ind",
                      "The supplier’s answers are no part of the catalog and were not read"});
  }
}

/// The sheet with the most requirements among those that have any.
std::optional<Imported> best_sheet(const std::vector<Sheet>& sheets) {
  std::optional<Imported> best;
  for (const Sheet& sheet : sheets) {
    auto imported = catalog_of(sheet.table);
    if (!imported || imported->catalog.requirements.empty()) continue;
    if (!best || best->catalog.requirements.size() < imported->catalog.requirements.size()) best = *std::move(imported);
  }
  return best;
}

}  // namespace

Result<Exported> export_xlsx(const Catalog& catalog, const ExchangeSettings& settings) {
  SupplierForm form;
  form.language = settings.language;
  form.title = *catalog.title;
  form.facts = facts_of(catalog, settings.publisher, settings.fingerprint, settings.language);
  form.facts.emplace_back(settings.language == Language::da ? "Krav" : "Requirements",
                          counts_in_words(catalog, settings.language));
  form.warning = draft_warning(settings.fingerprint, settings.language);
  const auto titles = phase_titles(catalog);
  for (const Requirement& requirement : catalog.requirements) {
    const auto title = titles.find(requirement.phase ? **requirement.phase : std::string());
    form.rows.push_back(
        supplier_row(requirement, title == titles.end() ? std::string() : title->second, settings.language));
  }
  form.data = within_cells(table_of(catalog, settings.language), settings.language);
  form.date = date_of(catalog);
  form.author = settings.publisher;
  auto bytes = workbook_of(form);
  if (!bytes) return std::unexpected(bytes.error());
  return Exported{*std::move(bytes), {}};
}

Result<Imported> import_xlsx(std::string_view bytes) {
  const auto sheets = read_workbook(bytes);
  if (!sheets) return std::unexpected(sheets.error());
  const auto data = std::ranges::find_if(*sheets, holds_records);
  if (data == sheets->end()) {
    auto best = best_sheet(*sheets);
    if (!best) return catalog_of({});  // the error says what a sheet must have
    tell_of(*sheets, best->mended);
    return *std::move(best);
  }
  auto imported = catalog_of(data->table);
  if (!imported) return imported;
  const auto shown = std::ranges::find_if(*sheets, shows_requirements);
  const auto seen = shown == sheets->end() ? catalog_of({}) : catalog_of(shown->table);
  if (seen && !seen->catalog.requirements.empty()) {
    std::ranges::move(Merging(imported->catalog, seen->catalog).merge(), std::back_inserter(imported->mended));
  }
  tell_of(*sheets, imported->mended);
  return imported;
}

}  // namespace kanon
