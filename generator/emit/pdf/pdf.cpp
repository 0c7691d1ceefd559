#include "emit/pdf/pdf.h"

#include <fmt/format.h>

#include <qpdf/QPDF.hh>

#include "base/sha256.h"
#include "emit/pdf/finish.h"
#include "emit/pdf/hyphenation.h"
#include "emit/pdf/print.h"
#include "emit/pdf/print_tables.h"
#include "emit/pdf/raw_pdf.h"

namespace kanon {
namespace {

/// Layouts settle in two to five passes: column widths, page numbers and repeated table headings each depend on the
/// pass before. In the last ones tables no longer change, so that page numbers are right whatever tables do.
constexpr int last_pass = 7;
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

/// A PDF in the making: one print after the other until neither page numbers nor tables change any more.
class Printing {
 public:
  Printing(const PdfMaking& making, const Print& print)
      : engine_(making.engine),
        words_(making.theme.words(making.view.language())),
        print_(print),
        typesetting_(making.engine.typesetting()),
        markers_(print.text),
        text_(hyphenated(print.text, making.view.language())),
        job_{print.facts.name, {}, files_of(making.theme, print), {}} {
    if (print.marks_changes) job_.margins.left -= room_for_bars;
    if (typesetting_ != Typesetting::plain) return;
    text_ = markers_.put_into(text_);
    tables_.resize(count_tables(text_));
  }

  Result<std::string> finished() {
    const auto printed = settled();
    if (!printed) return std::unexpected(printed.error());
    job_.html = sheets_html(print_, words_, typesetting_, {printed->pages, numbers_of(printed->places)});
    job_.margins = {0, 0, 0, 0};
    const auto sheets = engine_.print(job_);
    if (!sheets) return std::unexpected(sheets.error());
    return finish_pdf({printed->bytes, *sheets, printed->places}, markers_, finish_plan());
  }

 private:
  Result<Printed> settled() {
    PageNumbers numbers;
    for (int pass = 1;; ++pass) {
      job_.html = html(numbers);
      auto printed = print_once();
      if (!printed || pass == last_pass) return printed;
      const bool may_change = typesetting_ == Typesetting::plain && pass <= last_pass_with_new_tables;
      auto tables = may_change ? measure_tables(text_, tables_, printed->places) : tables_;
      PageNumbers found = numbers_of(printed->places);
      if (tables == tables_ && shown_of(found) == shown_of(numbers)) return printed;
      tables_ = std::move(tables);
      numbers = std::move(found);
    }
  }

  std::string html(const PageNumbers& numbers) const {
    PrintLayout layout{typesetting_, {}, with_page_references(text_, numbers, words_)};
    if (typesetting_ == Typesetting::plain) {
      layout.styles = table_styles(tables_);
      layout.text = lay_out_tables(layout.text, tables_, markers_, words_["continued"]);
    }
    return print_html(print_, words_, layout, markers_, numbers);
  }

  Result<Printed> print_once() {
    auto bytes = engine_.print(job_);
    if (!bytes) return std::unexpected(bytes.error());
    Printed printed{*std::move(bytes), {}, 0};
    const auto pdf = open_pdf(job_.name, printed.bytes);
    if (!pdf) return std::unexpected(pdf.error());
    try {
      printed.places = typesetting_ == Typesetting::plain ? markers_.find(**pdf) : places_below_margin(**pdf);
      printed.pages = (*pdf)->getAllPages().size();
    } catch (const std::exception& error) {
      return unusable_pdf(job_.name, error.what());
    }
    return printed;
  }

  /// Chromium names places as if its pages had no margin above.
  Places places_below_margin(QPDF& pdf) const {
    constexpr double points_of_a_millimetre = 72 / 25.4;
    Places places = named_places(pdf);
    for (auto& [name, place] : places) place.top -= job_.margins.top * points_of_a_millimetre;
    return places;
  }

  static PageNumbers numbers_of(const Places& places) {
    PageNumbers numbers;
    for (const auto& [id, place] : places) numbers[id] = place.page + 1;
    return numbers;
  }

  /// The numbers that the print shows: those of the contents, and those that stand after links.
  PageNumbers shown_of(const PageNumbers& numbers) const {
    PageNumbers shown = linked_places(text_, numbers);
    if (print_.contents == ContentsPlace::none) return shown;
    for (const PrintHeading& heading : print_.headings) {
      const auto number = numbers.find(heading.place);
      if (number != numbers.end()) shown.insert(*number);
    }
    return shown;
  }

  FinishPlan finish_plan() const {
    FinishPlan plan{print_.facts, typesetting_, {}, print_.has_cover ? words_["cover_page"] : std::string(), {}};
    if (print_.contents == ContentsPlace::own_page) plan.outline.push_back({contents_place, words_["contents"], 1});
    for (const PrintHeading& heading : print_.headings) {
      const std::string before = heading.number.empty() ? std::string() : heading.number + " ";
      plan.outline.push_back({heading.place, before + heading.title, heading.level});
    }
    plan.link_text = [this](std::size_t page) { return words_.with("link_to_page", {{"page", std::to_string(page)}}); };
    return plan;
  }

  PdfEngine& engine_;
  const Words& words_;
  const Print& print_;
  Typesetting typesetting_;
  Markers markers_;
  std::string text_;
  PrintJob job_;
  std::vector<TableLayout> tables_;
};

/// Everything that a finished PDF depends on but the program itself, which whoever keeps PDFs adds: each part by its
/// own hash, so that none can pass for another.
std::string key_of(const Print& print, const PdfMaking& making) {
  std::string parts = sha256_hex(making.engine.name());
  const auto add = [&](std::string_view part) { parts += sha256_hex(part); };
  const PdfFacts& facts = print.facts;
  for (const auto& part : {facts.name, facts.title, facts.author, facts.language, facts.date.iso(), facts.version,
                           facts.entry, print.front, print.text, print.running_title, print.foot_line}) {
    add(part);
  }
  add(fmt::format("{} {} {} {}", print.headings.size(), static_cast<int>(print.contents), print.has_cover,
                  print.marks_changes));
  for (const PrintHeading& heading : print.headings) {
    add(heading.place);
    add(heading.number);
    add(heading.title);
    add(std::to_string(heading.level));
  }
  for (const auto& [key, text] : making.theme.words(making.view.language()).all()) {
    add(key);
    add(text);
  }
  for (const auto& [path, bytes] : files_of(making.theme, print)) {
    add(path);
    add(bytes);
  }
  return sha256_hex(parts);
}

/// Prints what was composed, and finishes it.
Result<std::string> print_whole(const PdfMaking& making, const Result<Print>& print) {
  if (!print) return std::unexpected(print.error());
  const std::string key = making.finished == nullptr ? std::string() : key_of(*print, making);
  if (making.finished != nullptr) {
    if (auto known = making.finished->find(key)) return std::move(*known);
  }
  auto pdf = Printing(making, *print).finished();
  if (pdf && making.finished != nullptr) making.finished->keep(key, *pdf);
  return pdf;
}

}  // namespace

Result<std::string> make_pdf(const PdfMaking& making, ItemRef item) {
  return print_whole(making, compose_print(making.view, making.theme, item, making.read));
}

Result<std::string> make_redline_pdf(const PdfMaking& making, ItemRef item, ItemRef since) {
  return print_whole(making, compose_print(making.view, making.theme, item, making.read, since));
}

Result<std::string> make_applicability_pdf(const PdfMaking& making) {
  return print_whole(making, compose_applicability(making.view, making.theme));
}

}  // namespace kanon
