#include <nlohmann/json.hpp>

#include "diagnostic/render.h"
#include "diagnostic/severity_name.h"

namespace kanon {

std::string render_json(const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  using nlohmann::ordered_json;
  ordered_json list = ordered_json::array();
  for (const auto& d : diagnostics) {
    ordered_json related = ordered_json::array();
    for (const auto& r : d.related) {
      related.push_back({{"path", r.path},
                         {"line", r.place.line},
                         {"column", r.place.column},
                         {"message", r.message.in(context.language)}});
    }
    list.push_back({{"rule", name_of(d.rule)},
                    {"severity", severity_name(d.severity)},
                    {"path", d.path},
                    {"line", d.place.line},
                    {"column", d.place.column},
                    {"end_line", d.place.end_line},
                    {"end_column", d.place.end_column},
                    {"message", d.message.in(context.language)},
                    {"help", d.help.in(context.language)},
                    {"related", std::move(related)}});
  }
  const Summary summary = summarise(diagnostics);
  const ordered_json report = {{"version", 1},
                               {"diagnostics", std::move(list)},
                               {"summary", {{"errors", summary.errors}, {"warnings", summary.warnings}}}};
  return report.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kanon
