#include "cli/fixing.h"

#include <algorithm>

#include "build/fix_project.h"
#include "env/surroundings.h"
#include "fix/apply.h"
#include "fix/fix.h"

namespace kanon {
namespace {

void say_what_was_let_be(const Console& console, const FixPlan& plan) {
  for (const std::string& path : plan.released) {
    console.say(
        message("{}: ikke rettet, for filen er en udgivet version. Begynd den næste med «kanon bump», og kør "
                "kommandoen igen.",
                "{}: not corrected, as the file is a released version. Begin the next one with “kanon bump”, "
                "and run the command again.",
                path));
  }
}

void say_what_was_fixed(const Console& console, const FixPlan& plan) {
  for (const FixedFinding& one : plan.fixed) {
    const std::string place = fmt::format("{}:{}:{}", one.path, one.place.line, one.place.column);
    console.say({fmt::format("{}: rettet: {} [{}]", place, one.what.da, name_of(one.rule)),
                 fmt::format("{}: corrected: {} [{}]", place, one.what.en, name_of(one.rule))});
  }
  if (plan.fixed.empty()) {
    console.say({"Der er intet at rette af sig selv.", "There is nothing that can be corrected by itself."});
  } else if (plan.files.size() == 1) {
    console.say(message("Rettelser i 1 fil: {}.", "Corrections in 1 file: {}.", plan.fixed.size()));
  } else {
    console.say(
        message("Rettelser i {1} filer: {0}.", "Corrections in {1} files: {0}.", plan.fixed.size(), plan.files.size()));
  }
}

ExitStatus status_of(const CheckedProject& checked) {
  if (checked.configuration_is_wrong()) return ExitStatus::wrong_use;
  return checked.has_errors() ? ExitStatus::content_has_errors : ExitStatus::fine;
}

}  // namespace

std::optional<ExitStatus> fix_project(Session& session, const std::function<bool(const std::string&)>& path_is_wanted,
                                      Writing writing) {
  Console& console = session.console;
  session.speak_as_project();
  const auto folder = session.project_folder();
  if (!folder) return console.fail(folder.error());
  WorkerParsers parsers(program_path(), session.jobs(), Limits{});
  const auto plan = plan_fixes(session.files, parsers, *folder, session.today(), path_is_wanted);
  if (!plan) return console.fail(plan.error());
  if (writing == Writing::shown) {
    for (const FixedFile& file : plan->files) console.print(unified_diff(file.path, file.before, file.after));
    say_what_was_let_be(console, *plan);
    return status_of(plan->left);
  }
  if (const auto written = write_fixes(session.files, *folder, *plan); !written) return console.fail(written.error());
  say_what_was_fixed(console, *plan);
  say_what_was_let_be(console, *plan);
  return std::nullopt;
}

ReportFixes report_fixes(const CheckedProject& checked) {
  ReportFixes fixes;
  const Model* model = checked.configuration_is_wrong() ? nullptr : &checked.model;
  std::map<std::string, LineIndex, std::less<>> lines;
  for (const Fix& fix : find_fixes(checked.corpus(), model, checked.diagnostics)) {
    const Diagnostic& finding = checked.diagnostics[fix.finding];
    const auto sources = checked.corpus().sources();
    const auto file = std::ranges::find(sources, finding.path, &SourceFile::path);
    const LineIndex& index = lines.try_emplace(finding.path, file->parsed.text()).first->second;
    ReportFix report{fix.title, {}};
    for (const TextEdit& edit : fix.edits) report.edits.emplace_back(index.place(edit.range), edit.text);
    fixes.add(finding, std::move(report));
  }
  return fixes;
}

}  // namespace kanon
