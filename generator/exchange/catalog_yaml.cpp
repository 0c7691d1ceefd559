#include "exchange/catalog_yaml.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/yaml_scalar.h"
#include "exchange/catalog_words.h"
#include "read/duration_text.h"

namespace kanon {
namespace {

/// A list or mapping on one line is no longer than this.
constexpr std::size_t kWidestOnOneLine = 110;

using Pairs = std::vector<std::pair<std::string_view, std::string>>;

std::string flow_mapping(const Pairs& pairs) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : pairs) {
    if (!value.empty()) parts.push_back(fmt::format("{}: {}", key, value));
  }
  return "{" + join(parts, ", ") + "}";
}

std::string scalar_or_nothing(const std::string& text) { return text.empty() ? std::string() : yaml_scalar(text); }

/// A version is always quoted: many readers take 1.10 for the number 1.1.
std::string quoted_version(const Version& version) { return "\"" + version.text() + "\""; }

/// Writes a catalog key by key.
class CatalogWriter {
 public:
  std::string write(const Catalog& catalog) {
    head(catalog);
    versions(catalog);
    outline(catalog);
    if (!catalog.requirements.empty()) line("", "requirements:");
    for (const Requirement& requirement : catalog.requirements) this->requirement(requirement);
    return std::move(out_);
  }

 private:
  void line(std::string_view lead, std::string_view text) { out_.append(lead).append(text).append("\n"); }

  /// A key of a block mapping whose lines begin with `lead`; nothing where the text is empty.
  void key(std::string_view lead, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    line(lead, fmt::format("{}: {}", name, yaml_value(text, lead.size() + 2)));
  }
  void key(std::string_view lead, std::string_view name, const MaybeLocated<std::string>& text) {
    if (text) key(lead, name, text->value);
  }
  void list(std::string_view lead, std::string_view name, const std::vector<LocatedText>& texts) {
    if (texts.empty()) return;
    std::vector<std::string> scalars;
    for (const LocatedText& text : texts) scalars.push_back(yaml_scalar(*text));
    const std::string on_one_line = fmt::format("{}: [{}]", name, join(scalars, ", "));
    if (lead.size() + code_points(on_one_line) <= kWidestOnOneLine) return line(lead, on_one_line);
    line(lead, fmt::format("{}:", name));
    for (const std::string& scalar : scalars) line(lead, "  - " + scalar);
  }

  void head(const Catalog& catalog) {
    key("", "id", *catalog.id);
    key("", "title", *catalog.title);
    key("", "level", catalog.level);
    key("", "extends", catalog.extends);
    key("", "owner", catalog.owner);
    key("", "classification", catalog.classification);
    if (!catalog.version->empty()) line("", "version: " + quoted_version(*catalog.version));
  }

  void versions(const Catalog& catalog) {
    if (!catalog.history.empty()) line("", "history:");
    for (const HistoryEntry& entry : catalog.history) {
      line("  - ", flow_mapping({{"version", quoted_version(*entry.version)},
                                 {"date", entry.date->iso()},
                                 {"by", scalar_or_nothing(entry.by)},
                                 {"change", scalar_or_nothing(entry.change)},
                                 {"kind", change_name(entry.kind, Language::en)}}));
    }
    if (!catalog.approvals.empty()) line("", "approvals:");
    for (const Approval& approval : catalog.approvals) {
      line("  - ", flow_mapping({{"body", yaml_scalar(*approval.body)},
                                 {"date", approval.date->iso()},
                                 {"version", quoted_version(*approval.version)}}));
    }
    if (catalog.effective) line("", "effective: " + (*catalog.effective)->iso());
    if (catalog.review_every) line("", "review_every: " + iso_duration(**catalog.review_every));
    list("", "aliases", catalog.aliases);
  }

  void outline(const Catalog& catalog) {
    if (!catalog.phases.empty()) line("", "phases:");
    for (const Phase& phase : catalog.phases) {
      line("  - ", flow_mapping({{"id", yaml_scalar(*phase.id)}, {"title", yaml_scalar(phase.title)}}));
    }
    if (!catalog.recommendations.empty()) line("", "recommendations:");
    for (const Recommendation& recommendation : catalog.recommendations) {
      line("  - ", "id: " + yaml_scalar(*recommendation.id));
      if (!recommendation.phase->empty()) line("    ", "phase: " + yaml_scalar(*recommendation.phase));
      key("    ", "text", recommendation.text);
    }
  }

  void requirement(const Requirement& requirement) {
    constexpr std::string_view lead = "    ";
    line("  - ", "id: " + yaml_scalar(*requirement.id));
    key(lead, "phase", requirement.phase);
    key(lead, "theme", requirement.theme);
    key(lead, "text", *requirement.text);
    line(lead, requirement.minimum ? "kind: minimum" : "kind: standard");
    if (requirement.solution) line(lead, "form: solution");
    key(lead, "verification", requirement.verification);
    key(lead, "frequency", requirement.frequency);
    list(lead, "recommendations", requirement.recommendations);
    list(lead, "controls", requirement.controls);
    list(lead, "derives_from", requirement.derives_from);
    key(lead, "note", requirement.note);
    if (!requirement.silence.empty()) line(lead, "silence:");
    for (const Silence& silence : requirement.silence) {
      line("      - ", "rule: " + yaml_scalar(*silence.rule));
      key("        ", "reason", *silence.reason);
    }
  }

  std::string out_;
};

}  // namespace

std::string catalog_yaml(const Catalog& catalog) { return CatalogWriter().write(catalog); }

}  // namespace kanon
