#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "build/build.h"
#include "cli/session.h"
#include "diagnostic/render.h"

namespace kanon {

enum class Writing { shown, done };

/// Corrects the project's files, or shows how they would be corrected, and says what was done. Gives the exit status
/// where the command ends with that.
std::optional<ExitStatus> fix_project(Session& session, const std::function<bool(const std::string&)>& path_is_wanted,
                                      Writing writing);

/// The corrections of a project's findings, for reports.
class ReportFixes {
 public:
  void add(const Diagnostic& finding, ReportFix fix) { fixes_.emplace(key_of(finding), std::move(fix)); }
  std::optional<ReportFix> of(const Diagnostic& finding) const {
    const auto found = fixes_.find(key_of(finding));
    return found == fixes_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  using Key = std::tuple<std::string, Place, RuleId, std::string>;
  static Key key_of(const Diagnostic& finding) {
    return {finding.path, finding.place, finding.rule, finding.message.en};
  }

  std::map<Key, ReportFix> fixes_;
};

ReportFixes report_fixes(const CheckedProject& checked);

}  // namespace kanon
