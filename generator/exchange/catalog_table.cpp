#include "exchange/catalog_table.h"

#include <algorithm>

#include "exchange/catalog_words.h"
#include "exchange/cell_text.h"
#include "exchange/id_list.h"
#include "read/duration_text.h"

namespace kanon {
namespace {

std::vector<std::string> values_of(const std::vector<LocatedText>& texts) {
  std::vector<std::string> values;
  for (const LocatedText& text : texts) values.push_back(*text);
  return values;
}

std::string text_of(const MaybeLocated<std::string>& text) { return text ? text->value : std::string(); }

/// Adds rows to a table, cell by cell.
class TableWriter {
 public:
  explicit TableWriter(Language language) : language_(language) {
    table_.emplace_back();
    for (std::size_t i = 0; i < column_count; ++i) {
      table_.front().push_back(name_of(static_cast<Column>(i), language));
    }
  }

  void begin(Record record) {
    table_.emplace_back(column_count);
    put(Column::record, name_of(record, language_));
  }
  void put(Column column, std::string text) { table_.back()[static_cast<std::size_t>(column)] = std::move(text); }
  void put(Column column, const std::vector<LocatedText>& ids) { put(column, id_list(values_of(ids))); }

  Language language() const { return language_; }
  Table take() { return std::move(table_); }

 private:
  Language language_;
  Table table_;
};

void add_head(TableWriter& table, const Catalog& catalog) {
  table.begin(Record::catalog);
  table.put(Column::id, *catalog.id);
  table.put(Column::title, *catalog.title);
  table.put(Column::version, catalog.version->text());
  table.put(Column::level, text_of(catalog.level));
  table.put(Column::extends_catalog, text_of(catalog.extends));
  table.put(Column::owner, catalog.owner);
  table.put(Column::classification, text_of(catalog.classification));
  if (catalog.effective) table.put(Column::effective, (*catalog.effective)->iso());
  if (catalog.review_every) table.put(Column::review_every, iso_duration(**catalog.review_every));
  table.put(Column::aliases, catalog.aliases);
}

void add_versions(TableWriter& table, const Catalog& catalog) {
  for (const HistoryEntry& entry : catalog.history) {
    table.begin(Record::history);
    table.put(Column::version, entry.version->text());
    table.put(Column::date, entry.date->iso());
    table.put(Column::by, entry.by);
    table.put(Column::text, entry.change);
    table.put(Column::kind, change_name(entry.kind, table.language()));
  }
  for (const Approval& approval : catalog.approvals) {
    table.begin(Record::approval);
    table.put(Column::by, *approval.body);
    table.put(Column::date, approval.date->iso());
    table.put(Column::version, approval.version->text());
  }
}

void add_outline(TableWriter& table, const Catalog& catalog) {
  for (const Phase& phase : catalog.phases) {
    table.begin(Record::phase);
    table.put(Column::id, *phase.id);
    table.put(Column::title, phase.title);
  }
  for (const Recommendation& recommendation : catalog.recommendations) {
    table.begin(Record::recommendation);
    table.put(Column::id, *recommendation.id);
    table.put(Column::phase, *recommendation.phase);
    table.put(Column::text, recommendation.text);
  }
}

void add_requirement(TableWriter& table, const Requirement& requirement) {
  table.begin(Record::requirement);
  table.put(Column::id, *requirement.id);
  table.put(Column::phase, text_of(requirement.phase));
  table.put(Column::theme, requirement.theme);
  table.put(Column::text, *requirement.text);
  table.put(Column::kind, kind_name(requirement.minimum, table.language()));
  table.put(Column::form, form_name(requirement.solution, table.language()));
  table.put(Column::verification, requirement.verification);
  table.put(Column::frequency, text_of(requirement.frequency));
  table.put(Column::recommendations, requirement.recommendations);
  table.put(Column::controls, requirement.controls);
  table.put(Column::derives_from, requirement.derives_from);
  table.put(Column::note, requirement.note);
  for (const Silence& silence : requirement.silence) {
    table.begin(Record::exception);
    table.put(Column::id, *requirement.id);
    table.put(Column::rule, *silence.rule);
    table.put(Column::text, *silence.reason);
  }
}

}  // namespace

Table table_of(const Catalog& catalog, Language language) {
  TableWriter table(language);
  add_head(table, catalog);
  add_versions(table, catalog);
  add_outline(table, catalog);
  for (const Requirement& requirement : catalog.requirements) add_requirement(table, requirement);
  return table.take();
}

Table within_cells(Table table, Language language) {
  Table fitting;
  for (auto& row : table) {
    for (;;) {
      std::vector<std::string> rest(row.size());
      bool goes_on = false;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t end = cell_end(row[i], most_in_cell);
        if (end == row[i].size()) continue;
        rest[i] = row[i].substr(end);
        row[i].resize(end);
        goes_on = true;
      }
      fitting.push_back(std::move(row));
      if (!goes_on) break;
      rest[static_cast<std::size_t>(Column::record)] = name_of(Record::continued, language);
      row = std::move(rest);
    }
  }
  return fitting;
}

}  // namespace kanon
