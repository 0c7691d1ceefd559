#include "diagnostic/render.h"

namespace kanon {

std::string render(ReportFormat format, const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  switch (format) {
    case ReportFormat::text:
      return render_text(diagnostics, context);
    case ReportFormat::json:
      return render_json(diagnostics, context);
    case ReportFormat::sarif:
      return render_sarif(diagnostics, context);
    case ReportFormat::github:
      return render_github(diagnostics, context);
    case ReportFormat::gitlab:
      return render_gitlab(diagnostics, context);
  }
  return {};
}

}  // namespace kanon
