#include "emit/pdf/print_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/escape.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

/// A row's cells begin and end within `html`.
struct Row {
  Tag open;
  std::size_t end = 0;
  std::vector<Tag> cells;
};

/// A table taken apart. Tables do not hold tables.
struct Table {
  Tag open;
  std::size_t end = 0;
  std::string_view caption;
  std::vector<Row> heading;
  std::vector<Row> rows;
};

/// Rows of a table, from its opening tag on.
Table take_apart(std::string_view html, const Tag& open) {
  Table table{open, end_of_element(html, open), {}, {}, {}};
  bool in_heading = false;
  Row* row = nullptr;
  for (auto tag = next_tag(html, open.end); tag && tag->end <= table.end; tag = next_tag(html, tag->end)) {
    if (tag->name == "thead") in_heading = !tag->closing;
    if (tag->name == "caption" && !tag->closing) {
      table.caption = html.substr(tag->begin, end_of_element(html, *tag) - tag->begin);
    }
    if (tag->name == "tr" && !tag->closing) {
      auto& rows = in_heading ? table.heading : table.rows;
      row = &rows.emplace_back(Row{*tag, table.end, {}});
    }
    if (row == nullptr) continue;
    if (tag->name == "tr" && tag->closing) row->end = tag->end;
    if ((tag->name == "th" || tag->name == "td") && !tag->closing) row->cells.push_back(*tag);
  }
  return table;
}

/// Calls `use(table, number)` for every table, in order.
template <class Use>
void each_table(std::string_view html, Use use) {
  std::size_t number = 0;
  for (auto tag = next_tag(html, 0); tag;) {
    if (tag->name != "table" || tag->closing) {
      tag = next_tag(html, tag->end);
      continue;
    }
    const Table table = take_apart(html, *tag);
    use(table, number++);
    tag = next_tag(html, table.end);
  }
}

std::string column_place(std::size_t table, std::size_t column) {
  return fmt::format("_table{}.column{}", table, column);
}
std::string heading_place(std::size_t table) { return fmt::format("_table{}.heading", table); }
std::string foot_place(std::size_t table, std::size_t row) { return fmt::format("_table{}.foot{}", table, row); }
std::string row_place(std::size_t table, std::size_t row) { return fmt::format("_table{}.row{}", table, row); }

const Row* measured_row(const Table& table) {
  if (!table.heading.empty()) return &table.heading.back();
  return table.rows.empty() ? nullptr : &table.rows.front();
}

std::string_view between(std::string_view html, std::size_t begin, std::size_t end) {
  return html.substr(begin, end - begin);
}

const char* size_class(const TableLayout& layout) { return layout.size == TableLayout::Size::small ? "small " : ""; }

/// The table as it is, with a marker in each cell of the row that its columns are measured by.
std::string to_be_measured(std::string_view html, const Table& table, std::size_t number, const TableLayout& layout,
                           const Markers& markers) {
  const Row* row = measured_row(table);
  if (row == nullptr) return std::string(between(html, table.open.begin, table.end));
  std::string written =
      fmt::format("<table class=\"measured {}{}\">", size_class(layout), attribute(table.open, "class"));
  std::size_t copied = table.open.end;
  for (std::size_t i = 0; i < row->cells.size(); ++i) {
    written += between(html, copied, row->cells[i].end);
    written += markers.at(column_place(number, i));
    if (i + 1 == row->cells.size()) written += markers.at_end(column_place(number, i + 1));
    copied = row->cells[i].end;
  }
  written += between(html, copied, table.end);
  return written;
}

/// A row with its own class and another one.
void append_row(std::string& out, std::string_view html, const Row& row, std::string_view added_class,
                const std::string& marker) {
  if (row.cells.empty()) return;
  const std::string_view own = attribute(row.open, "class");
  const std::string_view blank = own.empty() || added_class.empty() ? "" : " ";
  const std::string classes = fmt::format("{}{}{}", added_class, blank, own);
  out += classes.empty() ? "<tr>" : "<tr class=\"" + classes + "\">";
  out += between(html, row.open.end, row.cells.front().end);
  out += marker;
  out += between(html, row.cells.front().end, row.end);
}

/// `marker` stands in the first row.
std::string heading_rows(std::string_view html, const Table& table, const std::string& marker) {
  std::string rows;
  for (const Row& row : table.heading) append_row(rows, html, row, "heading", rows.empty() ? marker : std::string());
  return rows;
}

/// Whether a row stays on the page of the one before it: neither the first nor the last row of a table stands alone,
/// unless it is so long that the two might not fit on a page.
bool joins_previous(const Table& table, std::size_t row) {
  constexpr std::size_t long_row = 1500;  // bytes of HTML
  const bool is_at_an_end = row == 1 || row + 1 == table.rows.size();
  const auto size = [&](std::size_t i) { return table.rows[i].end - table.rows[i].open.begin; };
  return table.rows.size() >= 3 && row > 0 && is_at_an_end && size(row) + size(row - 1) < long_row;
}

std::string in_blocks(std::string_view html, const Table& table, std::size_t number, const TableLayout& layout,
                      const Markers& markers, const std::string& continued) {
  const std::string heading = heading_rows(html, table, markers.at(heading_place(number)));
  const std::string again = heading.empty() ? heading
                                            : "<tr class=\"continued\"><td>" + escape_html(continued) + "</td></tr>" +
                                                  heading_rows(html, table, {});
  std::string written =
      fmt::format("<table class=\"blocks table{} {}{}\">", number, size_class(layout), attribute(table.open, "class"));
  written += table.caption;
  if (table.rows.empty()) written += "<tbody>" + heading + "</tbody>";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (!joins_previous(table, i)) written += "<tbody>";
    if (i == 0) written += heading;
    if (layout.repeats.contains(i)) written += again;
    append_row(written, html, table.rows[i], {},
               markers.at(row_place(number, i)) + markers.at_foot(foot_place(number, i)));
    if (i + 1 == table.rows.size() || !joins_previous(table, i + 1)) written += "</tbody>";
  }
  return written + "</table>";
}

}  // namespace

std::size_t count_tables(std::string_view html) {
  std::size_t count = 0;
  each_table(html, [&](const Table&, std::size_t) { ++count; });
  return count;
}

std::string lay_out_tables(std::string_view html, const std::vector<TableLayout>& layouts, const Markers& markers,
                           const std::string& continued) {
  std::string written;
  std::size_t copied = 0;
  each_table(html, [&](const Table& table, std::size_t number) {
    written += between(html, copied, table.open.begin);
    const TableLayout& layout = layouts[number];
    written += layout.widths.empty() ? to_be_measured(html, table, number, layout, markers)
                                     : in_blocks(html, table, number, layout, markers, continued);
    copied = table.end;
  });
  written += html.substr(copied);
  return written;
}

namespace {

/// The columns' shares of the table's width; nothing where the table was wider than the page, whose edge cuts markers
/// off.
std::vector<double> widths_of(const Table& table, std::size_t number, const Places& places) {
  const Row* row = measured_row(table);
  std::vector<double> edges;
  for (std::size_t i = 0; row != nullptr && i <= row->cells.size(); ++i) {
    const auto place = places.find(column_place(number, i));
    if (place != places.end()) edges.push_back(place->second.left);
  }
  if (row == nullptr || edges.size() != row->cells.size() + 1 || !std::ranges::is_sorted(edges)) return {};
  std::vector<double> widths;
  const double whole = edges.back() - edges.front();
  for (std::size_t i = 0; i < row->cells.size(); ++i) widths.push_back((edges[i + 1] - edges[i]) / whole * 100);
  return widths;
}

std::vector<double> equal_widths(const Table& table) {
  const Row* row = measured_row(table);
  const std::size_t columns = row == nullptr ? 1 : std::max<std::size_t>(row->cells.size(), 1);
  return std::vector<double>(columns, 100.0 / static_cast<double>(columns));
}

void measure_columns(TableLayout& layout, const Table& table, std::size_t number, const Places& places) {
  layout.widths = widths_of(table, number, places);
  if (!layout.widths.empty()) return;
  if (layout.size == TableLayout::Size::small) layout.widths = equal_widths(table);
  layout.size = TableLayout::Size::small;
}

std::set<std::size_t> first_on_pages(const Table& table, std::size_t number, const Places& places) {
  std::set<std::size_t> rows;
  std::size_t page = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto place = places.find(row_place(number, i));
    if (place == places.end()) continue;
    if (i > 0 && place->second.page > page) rows.insert(i);
    page = place->second.page;
  }
  return rows;
}

/// Where rows would stand if headings were repeated: the print's own heights, laid out page by page. What it says of
/// rows is only tried: the next print tells whether it was right.
class Forecast {
 public:
  Forecast(const Table& table, std::size_t number, const Places& places)
      : table_(table), number_(number), places_(places) {}

  /// The rows that then stand first on a page; nothing where the print doesn't tell enough.
  std::optional<std::set<std::size_t>> repeats() const {
    std::set<std::size_t> rows;
    const auto heading = places_.find(heading_place(number_));
    double left = 0;  // on the page, below the last row
    for (std::size_t begin = 0; begin < table_.rows.size();) {
      std::size_t end = begin + 1;
      while (end < table_.rows.size() && joins_previous(table_, end)) ++end;
      const auto top = places_.find(row_place(number_, begin));
      const auto foot = places_.find(foot_place(number_, end - 1));
      if (top == places_.end() || foot == places_.end() || top->second.page != foot->second.page) return std::nullopt;
      const double height = top->second.top - foot->second.top;
      if (begin == 0) {
        left = foot->second.top - lowest;
      } else {
        if (height > left + tolerance) {
          rows.insert(begin);
          left = highest - lowest;
          if (heading != places_.end()) left -= heading->second.top - places_.at(row_place(number_, 0)).top + continued;
        }
        left -= height;
      }
      begin = end;
    }
    return rows;
  }

 private:
  // Points: A4 less its margins, and the line that says that a table goes on.
  static constexpr double highest = 841.89 - 70.87;
  static constexpr double lowest = 70.87;
  static constexpr double continued = 15;
  static constexpr double tolerance = 0.5;

  const Table& table_;
  std::size_t number_;
  const Places& places_;
};

/// The rows to repeat the heading above: those that stand first on a page, once they do so with the headings in place.
std::set<std::size_t> repeats_of(const Table& table, std::size_t number, const std::set<std::size_t>& before,
                                 const Places& places) {
  std::set<std::size_t> found = first_on_pages(table, number, places);
  if (found == before) return found;
  auto forecast = Forecast(table, number, places).repeats();
  return forecast && *forecast != before ? *std::move(forecast) : found;
}

}  // namespace

std::vector<TableLayout> measure_tables(std::string_view html, const std::vector<TableLayout>& before,
                                        const Places& places) {
  std::vector<TableLayout> layouts = before;
  each_table(html, [&](const Table& table, std::size_t number) {
    TableLayout& layout = layouts[number];
    if (layout.widths.empty()) {
      measure_columns(layout, table, number, places);
    } else {
      layout.repeats = repeats_of(table, number, layout.repeats, places);
    }
  });
  return layouts;
}

std::string table_styles(const std::vector<TableLayout>& layouts) {
  std::string rules;
  for (std::size_t table = 0; table < layouts.size(); ++table) {
    for (std::size_t column = 0; column < layouts[table].widths.size(); ++column) {
      rules += fmt::format(".table{} tr:not(.continued) > :nth-child({}) {{ width: {:.2f}% }}\n", table, column + 1,
                           layouts[table].widths[column]);
    }
  }
  return rules;
}

}  // namespace kanon
