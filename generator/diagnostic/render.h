#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.h"
#include "diagnostic/diagnostic.h"

namespace kanon {

enum class ReportFormat { text, json, sarif, github, gitlab };
enum class Colour { never, always };

/// What would make a finding go away: its file's text at these places, replaced.
struct ReportFix {
  Message title;
  std::vector<std::pair<Place, std::string>> edits;
};

/// What a renderer needs to know besides the findings.
struct ReportContext {
  Language language = Language::da;
  Colour colour = Colour::never;
  /// A file's normalised text, for the source line under a finding; empty if there is none.
  std::function<std::string_view(std::string_view path)> text_of;
  /// Whether a line may not be shown, as what stands there is nobody else's business.
  std::function<bool(std::string_view path, const Place& place)> is_private;
  /// A rule's one-line summary and its page, for SARIF.
  std::function<Message(RuleId)> summary_of;
  std::function<std::string(RuleId)> page_of;
  std::function<Severity(RuleId)> default_severity_of;
  /// The correction of a finding, where it has one, for SARIF.
  std::function<std::optional<ReportFix>(const Diagnostic&)> fix_of;
};

/// The findings as one report; ends with a newline where it is not empty. The same findings give the same bytes.
std::string render_text(const std::vector<Diagnostic>& diagnostics, const ReportContext& context);
std::string render_json(const std::vector<Diagnostic>& diagnostics, const ReportContext& context);
/// SARIF 2.1.0 (OASIS).
std::string render_sarif(const std::vector<Diagnostic>& diagnostics, const ReportContext& context);
/// GitHub Actions workflow commands.
std::string render_github(const std::vector<Diagnostic>& diagnostics, const ReportContext& context);
/// GitLab Code Quality report.
std::string render_gitlab(const std::vector<Diagnostic>& diagnostics, const ReportContext& context);

std::string render(ReportFormat format, const std::vector<Diagnostic>& diagnostics, const ReportContext& context);

}  // namespace kanon
