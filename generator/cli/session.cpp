#include "cli/session.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <unordered_map>

#include "check/page.h"
#include "check/private_lines.h"
#include "check/rule.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

using PlacesByPath = std::map<std::string, std::vector<Place>, std::less<>>;

PlacesByPath private_places(const Corpus& corpus) {
  PlacesByPath places;
  for (const SourceFile& file : corpus.sources()) {
    if (!file.path.starts_with("content/members/")) continue;
    const LineIndex lines(file.parsed.text());
    for (const Range stretch : private_stretches(file.parsed)) places[file.path].push_back(lines.place(stretch));
  }
  return places;
}

}  // namespace

Session::Session(const CommonOptions& options)
    : options_(options),
      today_(options.date.empty() ? kanon::today() : *Date::parse(options.date)),
      jobs_(options.jobs > 0 ? options.jobs : processor_count()) {
  console.language = options.language == "en" ? Language::en : Language::da;
  console.quiet = options.quiet;
  console.verbose = options.verbose;
}

Result<std::string> Session::project_folder() const {
  if (options_.project.empty()) return find_project(files, working_folder());
  if (!files.is_file(options_.project + "/kanon.yaml")) {
    return wrong_use(message("Der er ingen kanon.yaml i «{}»", "There is no kanon.yaml in “{}”", options_.project),
                     {"Angiv projektets mappe med --project, eller begynd et nyt projekt med «kanon init MAPPE».",
                      "Name the project's folder with --project, or begin a new project with “kanon init FOLDER”."});
  }
  return options_.project;
}

Result<CheckedProject> Session::check(const Online* online, ArchiveDepth depth, Timings* timings) {
  const auto folder = project_folder();
  if (!folder) return std::unexpected(folder.error());
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs_);
  WorkerParsers parsers(program_path(), jobs_, Limits{});
  auto checked = check_project(files, parsers, *folder, today_, online, depth, timings);
  if (checked && options_.language.empty()) console.language = checked->corpus().config.language;
  return checked;
}

void Session::speak_as_project() {
  if (!options_.language.empty()) return;
  const auto folder = project_folder();
  if (!folder) return;
  WorkerParsers parsers(program_path(), 1, Limits{});
  if (const auto config = read_configuration(files, parsers, *folder)) console.language = config->language;
}

ReportContext Session::report_context(const CheckedProject& checked) const {
  ReportContext context;
  context.language = console.language;
  const bool coloured =
      options_.colour == "always" || (options_.colour == "auto" && is_terminal(1) && !variable("NO_COLOR"));
  context.colour = coloured ? Colour::always : Colour::never;
  auto by_path = std::make_shared<std::unordered_map<std::string_view, const SourceFile*>>();
  for (const auto& file : checked.corpus().files) by_path->emplace(file.path, &file);
  context.text_of = [by_path](std::string_view path) -> std::string_view {
    const auto found = by_path->find(path);
    return found == by_path->end() ? std::string_view() : found->second->parsed.text();
  };
  context.is_private = [hidden = private_places(checked.corpus())](std::string_view path, const Place& place) {
    const auto found = hidden.find(path);
    return found != hidden.end() && std::ranges::any_of(found->second, [&](const Place& stretch) {
             return stretch.line <= place.line && place.line <= stretch.end_line;
           });
  };
  context.summary_of = [](RuleId id) { return rule(id).summary; };
  context.page_of = [language = console.language](RuleId id) { return explain(id, language); };
  context.default_severity_of = [](RuleId id) { return rule(id).severity; };
  return context;
}

ExitStatus report_findings(const Session& session, const CheckedProject& checked) {
  ReportContext context = session.report_context(checked);
  if (session.options().colour == "auto" && !is_terminal(2)) context.colour = Colour::never;
  const std::string report = render_text(checked.diagnostics, context);
  std::fwrite(report.data(), 1, report.size(), stderr);
  return checked.configuration_is_wrong() ? ExitStatus::wrong_use : ExitStatus::content_has_errors;
}

}  // namespace kanon
