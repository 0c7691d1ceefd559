#include <algorithm>

#include "base/text.h"
#include "diagnostic/render.h"

namespace kanon {
namespace {

constexpr std::string_view kReset = "\033[0m", kBold = "\033[1m", kRed = "\033[1;31m", kYellow = "\033[1;33m",
                           kBlue = "\033[1;34m";

class TextReport {
 public:
  explicit TextReport(const ReportContext& context) : context_(context) {}

  std::string render(const std::vector<Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) add(diagnostic);
    if (!diagnostics.empty()) add_summary(summarise(diagnostics));
    return std::move(out_);
  }

 private:
  void add(const Diagnostic& d) {
    const bool error = d.severity == Severity::error;
    painted(kBold, fmt::format("{}:{}:{}: ", printable(d.path), d.place.line, d.place.column));
    painted(error ? kRed : kYellow, word(error ? Message{"fejl: ", "error: "} : Message{"advarsel: ", "warning: "}));
    painted(kBold, printable(d.message.in(context_.language)));
    out_ += fmt::format(" [{}]\n", name_of(d.rule));
    add_source_line(d.path, d.place, error ? kRed : kYellow);
    if (!d.help.empty()) {
      painted(kBlue, word({"hjælp: ", "help: "}));
      out_ += printable(d.help.in(context_.language)) + "\n";
    }
    for (const auto& related : d.related) {
      out_ += fmt::format("  {}:{}:{}: {}\n", printable(related.path), related.place.line, related.place.column,
                          printable(related.message.in(context_.language)));
    }
    out_ += '\n';
  }

  /// The source line and a caret under what is meant; on a line too long for people only the part around it.
  void add_source_line(std::string_view path, const Place& place, std::string_view colour) {
    if (!context_.text_of || (context_.is_private && context_.is_private(path, place))) return;
    const std::string_view text = context_.text_of(path);
    if (text.empty()) return;
    const std::string_view line = LineIndex(text).line(place.line);
    if (trim(line).empty()) return;
    constexpr std::size_t widest = 160, before = 60;
    const std::size_t first = place.column > widest - before ? place.column - before : 1;
    const std::string shown = code_point_slice(line, first - 1, widest);
    const std::string number = std::to_string(place.line);
    out_ += fmt::format(" {} | {}\n", number, shown);
    std::string under = std::string(number.size() + 2, ' ') + "| ";
    for (std::size_t column = first; column < place.column; ++column) under += ' ';
    const std::size_t end = place.end_line == place.line ? place.end_column : code_points(line) + 1;
    const std::size_t length = std::clamp<std::size_t>(end > place.column ? end - place.column : 1, 1, widest - before);
    out_ += under;
    painted(colour, std::string(length, '^'));
    out_ += '\n';
  }

  /// `count` code points from `first` on, tabs and control characters as blanks.
  static std::string code_point_slice(std::string_view line, std::size_t first, std::size_t count) {
    std::string slice;
    std::size_t index = 0;
    for (std::size_t i = 0; i < line.size();) {
      std::size_t next = i + 1;
      while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U) ++next;
      if (index >= first && index < first + count) slice += line.substr(i, next - i);
      ++index;
      i = next;
    }
    return printable(slice);
  }

  void add_summary(const Summary& summary) {
    if (context_.language == Language::da) {
      out_ += fmt::format("{} fejl, {} {}\n", summary.errors, summary.warnings,
                          summary.warnings == 1 ? "advarsel" : "advarsler");
    } else {
      out_ += fmt::format("{} {}, {} {}\n", summary.errors, summary.errors == 1 ? "error" : "errors", summary.warnings,
                          summary.warnings == 1 ? "warning" : "warnings");
    }
  }

  std::string word(const Message& message) const { return message.in(context_.language); }

  void painted(std::string_view colour, std::string_view text) {
    if (context_.colour == Colour::always) out_ += colour;
    out_ += text;
    if (context_.colour == Colour::always) out_ += kReset;
  }

  const ReportContext& context_;
  std::string out_;
};

}  // namespace

std::string render_text(const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  return TextReport(context).render(diagnostics);
}

}  // namespace kanon
