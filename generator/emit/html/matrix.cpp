#include "emit/html/matrix.h"

namespace kanon {
namespace {

constexpr std::size_t most_columns = 24;
/// A grid has a cell for each row and column; a page has room for so many.
constexpr std::size_t most_cells = 2'000;

Data entry_row(const MatrixEntry& entry) {
  Data row;
  put(row, "id", entry.id);
  put(row, "title", text_or_nothing(entry.title));
  put(row, "href", entry.href);
  put(row, "anchor", text_or_nothing(entry.anchor));
  return row;
}

DataList entry_rows(const std::vector<MatrixEntry>& entries) {
  DataList rows;
  for (const MatrixEntry& entry : entries) rows.push_back(entry_row(entry));
  return rows;
}

DataList cells(const MatrixPart& part, std::size_t row) {
  DataList cells;
  auto next = part.of_row[row].begin();
  for (std::uint32_t column = 0; column < part.columns.size(); ++column) {
    const bool full = next != part.of_row[row].end() && *next == column;
    if (full) ++next;
    Data cell;
    put(cell, "full", full ? entry_row(part.columns[column]) : Data(false));
    cells.push_back(std::move(cell));
  }
  return cells;
}

DataList items(const MatrixPart& part, std::size_t row) {
  DataList items;
  for (const std::uint32_t column : part.of_row[row]) items.push_back(entry_row(part.columns[column]));
  return items;
}

}  // namespace

Data matrix_part(const MatrixPart& part, const MatrixWords& words) {
  const bool is_grid = !part.columns.empty() && part.columns.size() <= most_columns &&
                       part.columns.size() * part.rows.size() <= most_cells;
  DataList rows;
  for (std::size_t i = 0; i < part.rows.size(); ++i) {
    Data row = entry_row(part.rows[i]);
    put(row, "none", part.of_row[i].empty() ? Data(words.none) : Data(false));
    put(row, "cells", is_grid ? Data(cells(part, i)) : Data(false));
    put(row, "items", is_grid ? Data(false) : items_or_nothing(items(part, i)));
    rows.push_back(std::move(row));
  }
  Data table;
  put(table, "columns", entry_rows(part.columns));
  put(table, "rows", rows);
  Data data;
  put(data, "title", part.title);
  put(data, "anchor", part.anchor);
  put(data, "corner", words.rows);
  put(data, "columns_name", words.columns);
  put(data, "grid", is_grid ? table : Data(false));
  put(data, "list", is_grid ? Data(false) : table);
  return data;
}

}  // namespace kanon
