#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "exchange/catalog_table.h"
#include "exchange/catalog_words.h"
#include "exchange/id_list.h"
#include "exchange/told.h"
#include "model/frequency.h"

namespace kanon {
namespace {

/// How far down the names of the columns are looked for: titles and remarks often stand above them.
constexpr std::size_t kMostAbove = 40;
constexpr std::size_t kFewestKnown = 2;

/// Which cell of a row holds what, as one row names them.
struct Heading {
  std::size_t row = 0;
  std::array<std::optional<std::size_t>, column_count> places;

  std::optional<std::size_t> place(Column column) const { return places[static_cast<std::size_t>(column)]; }
};

std::optional<Heading> find_heading(const Table& table) {
  for (std::size_t row = 0; row < std::min(table.size(), kMostAbove); ++row) {
    Heading heading{.row = row, .places = {}};
    std::size_t known = 0;
    for (std::size_t at = 0; at < table[row].size(); ++at) {
      const auto column = column_of(table[row][at]);
      if (!column || trim(table[row][at]).empty()) continue;
      auto& place = heading.places[static_cast<std::size_t>(*column)];
      if (!place) ++known;
      place = place.value_or(at);
    }
    if (known >= kFewestKnown && (heading.place(Column::text) || heading.place(Column::title))) return heading;
  }
  return std::nullopt;
}

bool is_blank(const std::vector<std::string>& row) {
  return std::ranges::all_of(row, [](const std::string& cell) { return trim(cell).empty(); });
}

/// Puts rows together that within_cells took apart.
Table joined(Table table, const Heading& heading) {
  const auto record = heading.place(Column::record);
  if (!record) return table;
  std::size_t target = 0;
  for (std::size_t row = heading.row + 1; row < table.size(); ++row) {
    const bool goes_on =
        target > 0 && *record < table[row].size() && record_of(table[row][*record]) == Record::continued;
    if (!goes_on) {
      target = row;
      continue;
    }
    for (std::size_t at = 0; at < table[row].size(); ++at) {
      if (at == *record) continue;
      if (table[target].size() <= at) table[target].resize(at + 1);
      table[target][at] += table[row][at];
    }
    table[row].clear();
  }
  return table;
}

LocatedText located(std::string text) { return {std::move(text), {}}; }

std::vector<LocatedText> located(std::vector<std::string> texts) {
  std::vector<LocatedText> all;
  for (std::string& text : texts) all.push_back(located(std::move(text)));
  return all;
}

/// Reads a table row by row into a catalog.
class TableReader {
 public:
  TableReader(const Table& table, const Heading& heading)
      : table_(table), heading_(heading), exact_(heading.place(Column::record).has_value()) {}

  Imported read() {
    tell_unused_columns();
    for (row_ = heading_.row + 1; row_ < table_.size(); ++row_) {
      if (!is_blank(table_[row_])) read_row();
    }
    if (without_kind_ > 0) {
      told_.add(message("{} krav siger ikke, om de er mindstekrav; de er læst som almindelige krav",
                        "{} requirements don’t say whether they are minimums; they were read as standard ones",
                        without_kind_));
    }
    imported_.mended = told_.take();
    return std::move(imported_);
  }

 private:
  Catalog& catalog() { return imported_.catalog; }
  /// As a spreadsheet counts.
  std::size_t row_number() const { return row_ + 1; }

  /// A cell as it is in a file of ours, without blanks at its ends in any other.
  std::string cell(Column column) const {
    const auto place = heading_.place(column);
    if (!place || *place >= table_[row_].size()) return {};
    const std::string& text = table_[row_][*place];
    return trim(text).empty() ? std::string() : exact_ ? text : std::string(trim(text));
  }
  MaybeLocated<std::string> optional_cell(Column column) const {
    std::string text = cell(column);
    return text.empty() ? std::nullopt : std::optional(located(std::move(text)));
  }
  std::vector<LocatedText> ids(Column column) const { return located(ids_in(cell(column))); }

  /// The cell as its column wants it; nothing where it is empty, or can't be read, which is told.
  template <class T, class Parse>
  std::optional<T> parsed(Column column, Parse parse) {
    const std::string text(trim(cell(column)));
    if (text.empty()) return std::nullopt;
    std::optional<T> value = parse(text);
    if (!value) {
      const auto tell = [&](Language language,
                            fmt::format_string<std::size_t, const std::string&, const std::string&> words) {
        return fmt::format(words, row_number(), name_of(column, language), text);
      };
      told_.add({tell(Language::da, "Række {0}: «{2}» kan ikke læses som «{1}», og er udeladt"),
                 tell(Language::en, "Row {0}: “{2}” can’t be read as “{1}”, and is left out")});
    }
    return value;
  }

  void tell_unused_columns();
  void read_row();
  void read_head();
  void read_history();
  void read_approval();
  void read_requirement();
  void read_exception();

  const Table& table_;
  const Heading& heading_;
  bool exact_;
  std::size_t row_ = 0;
  bool has_head_ = false;
  std::size_t without_kind_ = 0;
  std::unordered_map<std::string, std::size_t> by_id_;  ///< the requirement that last had it
  Imported imported_;
  Told told_;
};

void TableReader::tell_unused_columns() {
  const auto& names = table_[heading_.row];
  for (std::size_t at = 0; at < names.size(); ++at) {
    const std::string name(trim(names[at]));
    if (name.empty() || std::ranges::find(heading_.places, std::optional(at)) != heading_.places.end()) continue;
    told_.add(message("Kolonnen «{}» er ikke læst ind", "The column “{}” was not read", name));
  }
}

void TableReader::read_row() {
  const std::string name = cell(Column::record);
  const auto record = name.empty() ? Record::requirement : record_of(name);
  if (!record) {
    told_.add(message("Række {}: posten «{}» er ukendt, og rækken er udeladt",
                      "Row {}: the record “{}” is unknown, and the row is left out", row_number(), name));
    return;
  }
  switch (*record) {
    case Record::catalog:
      return read_head();
    case Record::history:
      return read_history();
    case Record::approval:
      return read_approval();
    case Record::phase:
      catalog().phases.push_back({located(cell(Column::id)), cell(Column::title)});
      return;
    case Record::recommendation:
      catalog().recommendations.push_back(
          {located(cell(Column::id)), located(cell(Column::phase)), cell(Column::text)});
      return;
    case Record::requirement:
      return read_requirement();
    case Record::exception:
      return read_exception();
    case Record::continued:
      told_.add(message("Række {}: der er ingen række, som den fortsætter", "Row {}: there is no row that it continues",
                        row_number()));
  }
}

void TableReader::read_head() {
  if (has_head_) {
    told_.add(message("Række {}: kataloget er nævnt før, og rækken er udeladt",
                      "Row {}: the catalog was named before, and the row is left out", row_number()));
    return;
  }
  has_head_ = true;
  catalog().id = located(cell(Column::id));
  catalog().title = located(cell(Column::title));
  if (const auto version = parsed<Version>(Column::version, Version::parse)) catalog().version = {*version, {}};
  catalog().level = optional_cell(Column::level);
  catalog().extends = optional_cell(Column::extends_catalog);
  catalog().owner = cell(Column::owner);
  catalog().classification = optional_cell(Column::classification);
  if (const auto day = parsed<Date>(Column::effective, day_of)) catalog().effective = {*day, {}};
  if (const auto length = parsed<Duration>(Column::review_every, Duration::parse)) {
    catalog().review_every = {*length, {}};
  }
  catalog().aliases = ids(Column::aliases);
}

void TableReader::read_history() {
  const auto version = parsed<Version>(Column::version, Version::parse);
  const auto date = parsed<Date>(Column::date, day_of);
  if (!version || !date) {
    told_.add(message("Række {}: en version uden nummer eller dato er udeladt",
                      "Row {}: a version without number or date is left out", row_number()));
    return;
  }
  HistoryEntry entry{{}, {*version, {}}, {*date, {}}, cell(Column::by), cell(Column::text), ChangeKind::updated};
  entry.kind = parsed<ChangeKind>(Column::kind, change_of).value_or(ChangeKind::updated);
  catalog().history.push_back(std::move(entry));
}

void TableReader::read_approval() {
  const auto version = parsed<Version>(Column::version, Version::parse);
  const auto date = parsed<Date>(Column::date, day_of);
  if (!version || !date || cell(Column::by).empty()) {
    told_.add(message("Række {}: en godkendelse uden organ, version eller dato er udeladt",
                      "Row {}: an approval without body, version or date is left out", row_number()));
    return;
  }
  catalog().approvals.push_back({{}, located(cell(Column::by)), {*date, {}}, {*version, {}}});
}

void TableReader::read_requirement() {
  Requirement requirement;
  requirement.id = located(cell(Column::id));
  requirement.phase = optional_cell(Column::phase);
  requirement.theme = cell(Column::theme);
  requirement.text = located(cell(Column::text));
  const auto minimum = parsed<bool>(Column::kind, requirement_kind_of);
  if (!minimum) ++without_kind_;
  requirement.minimum = minimum.value_or(false);
  requirement.solution = parsed<bool>(Column::form, requirement_form_of).value_or(false);
  requirement.verification = cell(Column::verification);
  requirement.frequency = optional_cell(Column::frequency);
  if (requirement.frequency) {
    std::string& text = (*requirement.frequency).value;
    text = frequency_of(text).value_or(text);
  }
  requirement.recommendations = ids(Column::recommendations);
  requirement.controls = ids(Column::controls);
  requirement.derives_from = ids(Column::derives_from);
  requirement.note = cell(Column::note);
  by_id_[*requirement.id] = catalog().requirements.size();
  catalog().requirements.push_back(std::move(requirement));
}

void TableReader::read_exception() {
  auto& requirements = catalog().requirements;
  if (requirements.empty()) {
    told_.add(message("Række {}: der er intet krav, som undtagelsen gælder",
                      "Row {}: there is no requirement that the exception is for", row_number()));
    return;
  }
  const auto named = by_id_.find(cell(Column::id));
  Requirement& requirement = named == by_id_.end() ? requirements.back() : requirements[named->second];
  requirement.silence.push_back({{}, located(cell(Column::rule)), located(cell(Column::text))});
}

}  // namespace

Result<Imported> catalog_of(const Table& table) {
  const auto heading = find_heading(table);
  if (!heading) {
    return wrong_use({"Der er ingen række med navnene på kolonnerne", "There is no row with the names of the columns"},
                     {"Skriv en første række, for eksempel: id, tekst, art, fase, dokumentation, hyppighed.",
                      "Write a first row, for example: id, text, kind, phase, verification, frequency."});
  }
  const Table whole = joined(table, *heading);
  return TableReader(whole, *heading).read();
}

}  // namespace kanon
