#include <map>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "diagnostic/render.h"

namespace kanon {

std::string render_gitlab(const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  using nlohmann::ordered_json;
  ordered_json report = ordered_json::array();
  std::map<std::string, int> repeats;
  for (const auto& d : diagnostics) {
    std::string text = d.message.in(context.language);
    if (!d.help.empty()) text += " " + d.help.in(context.language);
    // GitLab tells findings apart by fingerprint alone, so equal ones are numbered.
    const std::string identity = fmt::format("{}\n{}\n{}", name_of(d.rule), d.path, d.message.en);
    const std::string fingerprint = sha256_hex(fmt::format("{}\n{}", identity, ++repeats[identity]));
    report.push_back(
        {{"description", text},
         {"check_name", name_of(d.rule)},
         {"fingerprint", fingerprint},
         {"severity", d.severity == Severity::error ? "major" : "minor"},
         {"location", {{"path", d.path}, {"lines", {{"begin", d.place.line}, {"end", d.place.end_line}}}}}});
  }
  return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kanon
