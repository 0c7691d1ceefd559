#include "base/text.h"
#include "diagnostic/render.h"

namespace kanon {
namespace {

/// GitHub's own escaping of workflow commands: data, and properties with two characters more.
std::string escape_data(std::string text) {
  return replace_all(replace_all(replace_all(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string escape_property(std::string text) {
  return replace_all(replace_all(escape_data(std::move(text)), ":", "%3A"), ",", "%2C");
}

}  // namespace

std::string render_github(const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  std::string out;
  for (const auto& d : diagnostics) {
    std::string text = d.message.in(context.language);
    if (!d.help.empty()) text += "\n" + d.help.in(context.language);
    // GitHub takes columns only where the finding stays on one line.
    const std::string columns = d.place.line == d.place.end_line
                                    ? fmt::format(",col={},endColumn={}", d.place.column, d.place.end_column)
                                    : std::string();
    out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n",
                       d.severity == Severity::error ? "error" : "warning", escape_property(d.path), d.place.line,
                       d.place.end_line, columns, escape_property(std::string(name_of(d.rule))), escape_data(text));
  }
  return out;
}

}  // namespace kanon
