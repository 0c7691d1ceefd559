#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/sha256.h"
#include "diagnostic/render.h"
#include "diagnostic/severity_name.h"
#include "diagnostic/uri.h"

namespace kanon {
namespace {

using nlohmann::ordered_json;

/// SARIF 2.1.0, 3.27.10 (level).
std::string_view level(Severity severity) { return severity == Severity::off ? "none" : severity_name(severity); }

ordered_json artifact(const std::string& path) { return {{"uri", path_as_uri(path)}, {"uriBaseId", "%SRCROOT%"}}; }

ordered_json region(const Place& place) {
  return {{"startLine", place.line},
          {"startColumn", place.column},
          {"endLine", place.end_line},
          {"endColumn", place.end_column}};
}

ordered_json location(const std::string& path, const Place& place) {
  return {{"physicalLocation", {{"artifactLocation", artifact(path)}, {"region", region(place)}}}};
}

/// SARIF 2.1.0, 3.55 (fix).
ordered_json fix_of(const ReportFix& fix, const std::string& path, Language language) {
  ordered_json replacements = ordered_json::array();
  for (const auto& [place, text] : fix.edits) {
    replacements.push_back({{"deletedRegion", region(place)}, {"insertedContent", {{"text", text}}}});
  }
  return {{"description", {{"text", fix.title.in(language)}}},
          {"artifactChanges",
           ordered_json::array({{{"artifactLocation", artifact(path)}, {"replacements", std::move(replacements)}}})}};
}

ordered_json rule_descriptor(RuleId rule, const ReportContext& context) {
  ordered_json descriptor = {{"id", name_of(rule)}};
  if (context.summary_of) descriptor["shortDescription"] = {{"text", context.summary_of(rule).in(context.language)}};
  if (context.page_of) {
    const std::string page = context.page_of(rule);
    descriptor["help"] = {{"text", page}, {"markdown", page}};
  }
  if (context.default_severity_of)
    descriptor["defaultConfiguration"] = {{"level", level(context.default_severity_of(rule))}};
  return descriptor;
}

/// Stays the same while the finding stays, also where lines above it come and go.
std::string fingerprint(const Diagnostic& d) {
  return sha256_hex(fmt::format("{}\n{}\n{}", name_of(d.rule), d.path, d.message.en)).substr(0, 32);
}

}  // namespace

std::string render_sarif(const std::vector<Diagnostic>& diagnostics, const ReportContext& context) {
  std::set<RuleId> fired;
  for (const auto& d : diagnostics) fired.insert(d.rule);
  ordered_json rules = ordered_json::array();
  std::map<RuleId, std::size_t> index;
  for (const RuleId rule : fired) {
    index[rule] = rules.size();
    rules.push_back(rule_descriptor(rule, context));
  }
  ordered_json results = ordered_json::array();
  std::map<std::string, int> repeats;
  for (const auto& d : diagnostics) {
    std::string text = d.message.in(context.language);
    if (!d.help.empty()) text += "\n" + d.help.in(context.language);
    const std::string print = fingerprint(d);
    ordered_json result = {{"ruleId", name_of(d.rule)},
                           {"ruleIndex", index[d.rule]},
                           {"level", level(d.severity)},
                           {"message", {{"text", text}}},
                           {"locations", ordered_json::array({location(d.path, d.place)})},
                           {"partialFingerprints", {{"kanon/v1", fmt::format("{}:{}", print, ++repeats[print])}}}};
    if (!d.related.empty()) {
      ordered_json related = ordered_json::array();
      for (const auto& r : d.related) {
        ordered_json place = location(r.path, r.place);
        place["message"] = {{"text", r.message.in(context.language)}};
        related.push_back(std::move(place));
      }
      result["relatedLocations"] = std::move(related);
    }
    if (const auto fix = context.fix_of ? context.fix_of(d) : std::nullopt) {
      result["fixes"] = ordered_json::array({fix_of(*fix, d.path, context.language)});
    }
    results.push_back(std::move(result));
  }
  const ordered_json report = {
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs",
       ordered_json::array(
           {{{"tool", {{"driver", {{"name", "kanon"}, {"version", KANON_VERSION}, {"rules", std::move(rules)}}}}},
             {"columnKind", "unicodeCodePoints"},
             {"language", context.language == Language::da ? "da" : "en"},
             {"results", std::move(results)}}})}};
  return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace kanon
