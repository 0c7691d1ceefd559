#include "emit/pdf/pdf.h"

#include <qpdf/QPDF.hh>

#include "emit/pdf/finish.h"
#include "emit/pdf/print.h"
#include "emit/pdf/print_tables.h"
#include "emit/pdf/raw_pdf.h"

namespace kanon {
namespace {

/// Layouts settle in two to five passes: column widths, page numbers and repeated table headings each depend on the
/// pass before. In the last ones tables no longer change, so that page numbers are right whatever tables do.
constexpr int last_pass = 6;
constexpr int last_pass_with_new_tables = 5;

/// What the engine printed, and where everything stands in it.
struct Printed {
  std::string bytes;
  Places places;
  std::size_t pages = 0;
};

std::map<std::string, std::string> files_of(const Theme& theme, const Print& print) {
  std::map<std::string, std::string> files = print.files;
  for (const auto& [path, bytes] : theme.assets()) {
    if (Theme::is_for_print(path)) files[path] = bytes;
  }
  return files;
}

Result<Printed> print_once(PdfEngine& engine, const PrintJob& job, const Markers& markers) {
  Printed printed;
  auto bytes = engine.print(job);
  if (!bytes) return std::unexpected(bytes.error());
  printed.bytes = *std::move(bytes);
  const auto pdf = open_pdf(job.name, printed.bytes);
  if (!pdf) return std::unexpected(pdf.error());
  try {
    printed.places = markers.find(**pdf);
    printed.pages = (*pdf)->getAllPages().size();
  } catch (const std::exception& error) {
    return unusable_pdf(job.name, error.what());
  }
  return printed;
}

PageNumbers page_numbers(const Print& print, const Places& places) {
  PageNumbers numbers;
  for (const PrintHeading& heading : print.headings) {
    const auto place = places.find(heading.place);
    if (place != places.end()) numbers[heading.place] = place->second.page + 1;
  }
  return numbers;
}

/// Prints until neither page numbers nor tables change any more.
Result<Printed> print_settled(PdfEngine& engine, PrintJob job, const Print& print, const Words& words,
                              const Markers& markers) {
  const std::string text = markers.put_into(print.text);
  std::vector<TableLayout> tables(count_tables(text));
  PageNumbers numbers;
  for (int pass = 1;; ++pass) {
    job.html = print_html(print, words, table_styles(tables), markers, lay_out_tables(text, tables, markers), numbers);
    auto printed = print_once(engine, job, markers);
    if (!printed || pass == last_pass) return printed;
    auto new_tables = pass <= last_pass_with_new_tables ? measure_tables(text, tables, printed->places) : tables;
    PageNumbers new_numbers = page_numbers(print, printed->places);
    if (new_tables == tables && (new_numbers == numbers || print.contents == ContentsPlace::none)) return printed;
    tables = std::move(new_tables);
    numbers = std::move(new_numbers);
  }
}

FinishPlan finish_plan(const Print& print, const Words& words) {
  FinishPlan plan{print.facts, {}, print.has_cover ? words["cover_page"] : std::string()};
  if (print.contents == ContentsPlace::own_page) plan.outline.push_back({contents_place, words["contents"], 1});
  for (const PrintHeading& heading : print.headings) {
    const std::string before = heading.number.empty() ? std::string() : heading.number + " ";
    plan.outline.push_back({heading.place, before + heading.title, heading.level});
  }
  return plan;
}

/// Prints what was composed, and finishes it.
Result<std::string> print_whole(const View& view, const Theme& theme, PdfEngine& engine, const Result<Print>& print) {
  if (!print) return std::unexpected(print.error());
  const Words& words = theme.words(view.language());
  const Markers markers(print->text);
  PrintJob job{print->facts.name, {}, files_of(theme, *print), {}};
  const auto printed = print_settled(engine, job, *print, words, markers);
  if (!printed) return std::unexpected(printed.error());
  job.html = sheets_html(*print, words, printed->pages);
  job.margins = {0, 0, 0, 0};
  const auto sheets = engine.print(job);
  if (!sheets) return std::unexpected(sheets.error());
  return finish_pdf(printed->bytes, *sheets, markers, finish_plan(*print, words));
}

}  // namespace

Result<std::string> make_pdf(const View& view, const Theme& theme, PdfEngine& engine, ItemRef item,
                             const ReadFile& read) {
  return print_whole(view, theme, engine, compose_print(view, theme, item, read));
}

Result<std::string> make_applicability_pdf(const View& view, const Theme& theme, PdfEngine& engine) {
  return print_whole(view, theme, engine, compose_applicability(view, theme));
}

}  // namespace kanon
