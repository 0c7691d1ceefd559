#include "exchange/supplier_form.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

#include "base/text.h"
#include "env/files.h"
#include "env/temporary_folder.h"
#include "exchange/catalog_words.h"
#include "exchange/cell_text.h"
#include "model/fingerprint.h"
#include "model/frequency.h"

namespace kanon {
namespace {

constexpr std::size_t kMostInHead = 180;

enum class Cell { locked, open };

struct FormColumn {
  Message name;
  double width;
  Cell cell;
};

/// The columns of the sheet of requirements. The number is only there in an annex.
const std::vector<FormColumn>& form_columns() {
  static const std::vector<FormColumn> columns{{{"Nr. i bilaget", "No. in the annex"}, 9, Cell::locked},
                                               {{"Id", "Id"}, 15, Cell::locked},
                                               {{"Fase", "Phase"}, 7, Cell::locked},
                                               {{"Fasens navn", "Phase title"}, 16, Cell::locked},
                                               {{"Tema", "Theme"}, 16, Cell::locked},
                                               {{"Krav", "Requirement"}, 52, Cell::locked},
                                               {{"Art", "Kind"}, 14, Cell::locked},
                                               {{"Dokumentation", "Verification"}, 25, Cell::locked},
                                               {{"Hyppighed", "Frequency"}, 13, Cell::locked},
                                               {{"Svar", "Answer"}, 17, Cell::open},
                                               {{"Reference", "Reference"}, 20, Cell::open},
                                               {{"Leverandørens bemærkning", "Supplier’s comment"}, 30, Cell::open}};
  return columns;
}

/// What may be answered, as the drop-down list offers it.
std::vector<std::string> answers(Language language) {
  if (language == Language::en) return {"Met", "Partly met", "Not met", "Not relevant"};
  return {"Opfyldt", "Delvist opfyldt", "Ikke opfyldt", "Ikke relevant"};
}

std::vector<Message> instructions() {
  return {
      {"Svar på hvert krav i arket «Krav»: vælg et svar i kolonnen «Svar».",
       "Answer each requirement on the sheet “Requirements”: choose an answer in the column “Answer”."},
      {"Skriv i «Reference», hvor i jeres materiale det ses, at kravet er opfyldt.",
       "Write in “Reference” where your material shows that the requirement is met."},
      {"Mindstekrav skal være opfyldt. Ved «Delvist opfyldt» og «Ikke opfyldt» skrives begrundelsen i «Leverandørens "
       "bemærkning».",
       "Minimum requirements must be met. For “Partly met” and “Not met”, give the reason in “Supplier’s comment”."},
      {"Kun de lyse gule felter kan udfyldes. Kravene selv er låst, uden adgangskode.",
       "Only the light yellow cells can be filled in. The requirements themselves are locked, without a password."}};
}

/// How high a row must be for a text in a column that is so many letters wide. Spreadsheets don't all work it out
/// themselves.
double height_of(const std::string& text, double width) {
  constexpr double line = 15, highest = 409, wider_than_digits = 1.15;
  const std::string shown = shown_in_cell(text);
  double lines = 0;
  for (const std::string_view one : split(shown, '\n')) {
    lines += std::max(1.0, std::ceil(static_cast<double>(code_points(one)) * wider_than_digits / width));
  }
  return std::min(lines * line, highest);
}

/// The name of a sheet of the workbook.
const char* sheet_name(const Message& name, Language language) { return name.in(language).c_str(); }

const Message& cover_name() {
  static const Message name{"Vejledning", "Guide"};
  return name;
}
const Message& requirements_name() {
  static const Message name{"Krav", "Requirements"};
  return name;
}
const Message& data_name() {
  static const Message name{"Data", "Data"};
  return name;
}

/// Writes the sheets of one workbook.
class FormWriter {
 public:
  FormWriter(lxw_workbook* workbook, const SupplierForm& form) : workbook_(workbook), form_(form) { make_formats(); }

  /// Whether every cell could be written.
  bool write() {
    describe();
    if (!form_.data.empty()) data();
    cover();
    requirements();
    return all_written_;
  }

 private:
  const std::string& in(const Message& message) const { return message.in(form_.language); }

  lxw_format* format() { return workbook_add_format(workbook_); }
  void make_formats();
  void describe();
  void cover();
  void requirements();
  void requirement_row(lxw_worksheet* sheet, lxw_row_t row, const SupplierRow& requirement, std::size_t first);
  void page_setup(lxw_worksheet* sheet);
  void data();

  void put(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text, lxw_format* format) {
    const lxw_error error = worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column),
                                                   escaped_cell(shown_in_cell(text)).c_str(), format);
    all_written_ = all_written_ && error == LXW_NO_ERROR;
  }

  lxw_workbook* workbook_;
  const SupplierForm& form_;
  bool all_written_ = true;
  lxw_format* title_ = nullptr;
  lxw_format* subtitle_ = nullptr;
  lxw_format* warning_ = nullptr;
  lxw_format* name_ = nullptr;
  lxw_format* value_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* locked_ = nullptr;
  lxw_format* strong_ = nullptr;
  lxw_format* open_ = nullptr;
};

void FormWriter::make_formats() {
  constexpr lxw_color_t dark = 0x1A3A5F, light = 0xFFF9DB, line = 0xBFC7D1, red = 0xB00020;
  const auto wrapped = [&] {
    lxw_format* made = format();
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  };
  const auto boxed = [&] {
    lxw_format* made = wrapped();
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, line);
    return made;
  };
  title_ = wrapped();
  format_set_bold(title_);
  format_set_font_size(title_, 18);
  format_set_font_color(title_, dark);
  subtitle_ = wrapped();
  format_set_bold(subtitle_);
  format_set_font_size(subtitle_, 13);
  format_set_font_color(subtitle_, dark);
  warning_ = wrapped();
  format_set_bold(warning_);
  format_set_font_color(warning_, red);
  name_ = wrapped();
  format_set_bold(name_);
  value_ = wrapped();
  heading_ = boxed();
  format_set_bold(heading_);
  format_set_font_color(heading_, LXW_COLOR_WHITE);
  format_set_bg_color(heading_, dark);
  locked_ = boxed();
  strong_ = boxed();
  format_set_bold(strong_);
  open_ = boxed();
  format_set_bg_color(open_, light);
  format_set_unlocked(open_);
}

void FormWriter::describe() {
  std::string title = form_.title, author = form_.author;  // the library wants them writable
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  constexpr std::time_t seconds_a_day = 86'400;
  properties.created = form_.date.days().time_since_epoch().count() * seconds_a_day;
  workbook_set_properties(workbook_, &properties);
}

void FormWriter::page_setup(lxw_worksheet* sheet) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7);
  std::string head = replace_all(form_.title, "&", "&&");
  while (head.size() > kMostInHead || first_invalid_utf8(head)) head.pop_back();
  const std::string warning = form_.warning.empty() ? std::string() : in({"UDKAST", "DRAFT"});
  worksheet_set_header(sheet, fmt::format("&L{}&R&B{}", printable(head), warning).c_str());
  worksheet_set_footer(sheet, in({"&RSide &P af &N", "&RPage &P of &N"}).c_str());
  lxw_protection kept{};  // columns may be made wider, and the list filtered
  kept.format_columns = kept.format_rows = kept.autofilter = kept.sort = 1;
  worksheet_protect(sheet, nullptr, &kept);
}

void FormWriter::cover() {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, sheet_name(cover_name(), form_.language));
  constexpr double names = 30, values = 80, larger = 1.7;
  worksheet_set_column(sheet, 0, 0, names, nullptr);
  worksheet_set_column(sheet, 1, 1, values, nullptr);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_first_sheet(sheet);
  page_setup(sheet);
  lxw_row_t row = 0;
  const auto put_value = [&](const std::string& text, lxw_format* format) {
    worksheet_set_row(sheet, row, height_of(text, values), nullptr);
    put(sheet, row++, 1, text, format);
  };
  worksheet_set_row(sheet, row, larger * height_of(form_.title, values / larger), nullptr);
  put(sheet, row++, 1, form_.title, title_);
  if (!form_.warning.empty()) put(sheet, row++, 1, form_.warning, warning_);
  ++row;
  for (const auto& [name, value] : form_.facts) {
    put(sheet, row, 0, name, name_);
    put_value(value, value_);
  }
  ++row;
  const auto put_subtitle = [&](const Message& text) {
    constexpr double height = 22;
    worksheet_set_row(sheet, row, height, nullptr);
    put(sheet, row++, 0, in(text), subtitle_);
  };
  put_subtitle({"Udfyldes af leverandøren", "To be filled in by the supplier"});
  for (const Message& field : {Message{"Leverandør", "Supplier"}, Message{"CVR-nummer", "CVR number"},
                               Message{"Kontaktperson", "Contact"}, Message{"Dato", "Date"}}) {
    put(sheet, row, 0, in(field), name_);
    put(sheet, row++, 1, "", open_);
  }
  ++row;
  put_subtitle({"Sådan udfyldes arket", "How to fill it in"});
  std::size_t step = 0;
  for (const Message& instruction : instructions()) {
    put(sheet, row, 0, fmt::format("{}.", ++step), name_);
    put_value(in(instruction), value_);
  }
}

void FormWriter::requirement_row(lxw_worksheet* sheet, lxw_row_t row, const SupplierRow& requirement,
                                 std::size_t first) {
  const std::array<const std::string*, 9> texts{
      &requirement.number, &requirement.id,   &requirement.phase,        &requirement.phase_title, &requirement.theme,
      &requirement.text,   &requirement.kind, &requirement.verification, &requirement.frequency};
  double height = 0;
  for (std::size_t i = first; i < texts.size(); ++i) {
    height = std::max(height, height_of(*texts.at(i), form_columns()[i].width));
  }
  worksheet_set_row(sheet, row, height, nullptr);
  for (std::size_t i = first; i < form_columns().size(); ++i) {
    const bool open = form_columns()[i].cell == Cell::open;
    lxw_format* format = open ? open_ : i == 1 ? strong_ : locked_;
    put(sheet, row, i - first, open ? std::string() : *texts.at(i), format);
  }
}

void FormWriter::requirements() {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, sheet_name(requirements_name(), form_.language));
  const bool numbered = std::ranges::any_of(form_.rows, [](const SupplierRow& row) { return !row.number.empty(); });
  const std::size_t first = numbered ? 0 : 1;
  for (std::size_t i = first; i < form_columns().size(); ++i) {
    const FormColumn& column = form_columns()[i];
    const auto at = static_cast<lxw_col_t>(i - first);
    worksheet_set_column(sheet, at, at, column.width, nullptr);
    put(sheet, 0, i - first, in(column.name), heading_);
  }
  lxw_row_t row = 0;
  for (const SupplierRow& requirement : form_.rows) requirement_row(sheet, ++row, requirement, first);
  const auto last = static_cast<lxw_col_t>(form_columns().size() - first - 1);
  const auto answer = static_cast<lxw_col_t>(last - 2);
  const lxw_row_t last_row = std::max<lxw_row_t>(row, 1);
  auto choices = answers(form_.language);  // the library wants them writable
  std::vector<char*> list;
  for (std::string& choice : choices) list.push_back(choice.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  worksheet_data_validation_range(sheet, 1, answer, last_row, answer, &validation);
  worksheet_autofilter(sheet, 0, 0, last_row, last);
  worksheet_freeze_panes(sheet, 1, numbered ? 2 : 1);
  worksheet_repeat_rows(sheet, 0, 0);
  page_setup(sheet);
  worksheet_activate(sheet);
}

void FormWriter::data() {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, sheet_name(data_name(), form_.language));
  lxw_row_t row = 0;
  for (const auto& cells : form_.data) {
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (!cells[at].empty()) put(sheet, row, at, cells[at], nullptr);
    }
    ++row;
  }
  worksheet_protect(sheet, nullptr, nullptr);
  worksheet_hide(sheet);  // first, as programs that know one sheet only take the first
}

std::unexpected<Error> not_written() {
  return failure(
      {"Regnearket kunne ikke skrives", "The workbook could not be written"},
      {"Se, om der er plads i mappen til midlertidige filer.", "See whether there is room for temporary files."});
}

}  // namespace

SupplierRow supplier_row(const Requirement& requirement, const std::string& phase_title, Language language) {
  std::string kind = kind_name(requirement.minimum, language);
  kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
  return {.number = {},
          .id = *requirement.id,
          .phase = requirement.phase ? **requirement.phase : std::string(),
          .phase_title = phase_title,
          .theme = requirement.theme,
          .text = *requirement.text,
          .kind = std::move(kind),
          .verification = requirement.verification,
          .frequency = requirement.frequency ? frequency_words(**requirement.frequency).in(language) : std::string()};
}

Date date_of(const Catalog& catalog) {
  for (const HistoryEntry& entry : catalog.history) {
    if (*entry.version == *catalog.version) return *entry.date;
  }
  return catalog.history.empty() ? Date() : *catalog.history.front().date;
}

std::string draft_warning(const std::string& fingerprint, Language language) {
  const Message warning{"UDKAST – ikke en udgivet version. Må ikke bruges i en kontrakt.",
                        "DRAFT – not a released version. Not to be used in a contract."};
  return fingerprint.empty() ? warning.in(language) : std::string();
}

std::vector<std::pair<std::string, std::string>> facts_of(const Catalog& catalog, const std::string& publisher,
                                                          const std::string& fingerprint, Language language) {
  std::vector<std::pair<std::string, std::string>> facts;
  const auto add = [&](const Message& name, std::string value) {
    if (!value.empty()) facts.emplace_back(name.in(language), std::move(value));
  };
  add({"Kravkatalog", "Requirement catalog"}, *catalog.id);
  add({"Version", "Version"}, catalog.version->text());
  add({"Dato", "Date"}, date_of(catalog).iso());
  add({"Fingeraftryk", "Fingerprint"}, short_fingerprint(fingerprint));
  add({"Klassifikation", "Classification"}, catalog.classification ? **catalog.classification : std::string());
  add({"Udgiver", "Publisher"}, publisher);
  return facts;
}

Result<std::string> workbook_of(const SupplierForm& form) {
  const auto folder = TemporaryFolder::make("kanon-xlsx");
  if (!folder) return std::unexpected(folder.error());
  const std::string path = folder->path() + "/catalog.xlsx";
  std::string temporary = folder->path();
  lxw_workbook_options options{};
  options.tmpdir = temporary.data();
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) return not_written();
  const bool all_written = FormWriter(workbook, form).write();
  if (workbook_close(workbook) != LXW_NO_ERROR || !all_written) return not_written();
  return Disk().read(path);
}

}  // namespace kanon
