#include <algorithm>

#include "build/fix_project.h"
#include "cli/command.h"
#include "cli/fixing.h"
#include "env/paths.h"

namespace kanon {
namespace {

const std::map<std::string, ReportFormat> kFormats{{"text", ReportFormat::text},
                                                   {"json", ReportFormat::json},
                                                   {"sarif", ReportFormat::sarif},
                                                   {"github", ReportFormat::github},
                                                   {"gitlab", ReportFormat::gitlab}};

struct CheckFlags {
  std::string format = "text";
  std::vector<std::string> paths;
  bool online = false;
  bool fix = false;
  bool dry_run = false;
};

bool lies_in(const std::string& path, const std::string& wanted) {
  return wanted.empty() || path == wanted || path.starts_with(wanted.ends_with('/') ? wanted : wanted + "/");
}

/// The paths asked for, relative to the project; the whole project where none was.
Result<std::vector<std::string>> wanted_paths(const Session& session, const CheckFlags& flags) {
  if (flags.paths.empty()) return std::vector<std::string>{""};
  const auto folder = session.project_folder();
  std::vector<std::string> wanted;
  for (const auto& path : flags.paths) {
    const auto relative = path_inside(path, *folder);
    if (!relative || (!session.files.is_file(path) && !session.files.is_folder(path))) {
      return wrong_use(message("«{}» findes ikke i projektet", "“{}” is not in the project", path),
                       {"Angiv en fil eller mappe, der ligger i projektets mappe.",
                        "Name a file or folder inside the project's folder."});
    }
    wanted.push_back(*relative);
  }
  return wanted;
}

/// What stands in place of a report without findings.
std::string all_is_well(std::size_t files, Language language) {
  if (files == 1)
    return Message{"Ingen fejl eller advarsler i 1 fil.\n", "No errors or warnings in 1 file.\n"}.in(language);
  return message("Ingen fejl eller advarsler i {} filer.\n", "No errors or warnings in {} files.\n", files)
      .in(language);
}

Result<CheckedProject> check_online(Session& session) {
  RealWeb web;
  ProgressLine line(session.console);
  const Online online{web,
                      [&line](const Message& what, std::size_t done, std::size_t all) { line.show(what, done, all); }};
  return session.check(&online);
}

/// Links that there was no time for are neither good nor bad; whoever asked for them must know.
void say_what_was_not_asked(const Console& console, const WebAnswers& answers) {
  const auto unasked = std::ranges::count_if(
      answers, [](const auto& answer) { return answer.second.kind == WebAnswer::Kind::not_asked; });
  if (unasked == 0) return;
  console.say(message("Der var ikke tid til at prøve {} af {} adresser på andre websteder.",
                      "There was no time to try {} of {} addresses of other websites.", unasked, answers.size()));
}

/// Corrections in the report, for programs that show or apply them.
void add_fixes(const CheckedProject& checked, ReportContext& context) {
  auto fixes = std::make_shared<ReportFixes>(report_fixes(checked));
  context.fix_of = [fixes](const Diagnostic& finding) { return fixes->of(finding); };
}

ExitStatus run_check(Session& session, const CheckFlags& flags) {
  const Console& console = session.console;
  if (flags.dry_run && !flags.fix) {
    return console.fail(wrong_use({"--dry-run hører til --fix", "--dry-run belongs to --fix"},
                                  {"Skriv kanon check --fix --dry-run.", "Write kanon check --fix --dry-run."})
                            .error());
  }
  if (flags.fix) {
    const auto paths = wanted_paths(session, flags);
    if (!paths) return console.fail(paths.error());
    const auto is_wanted = [&paths](const std::string& one) {
      return std::ranges::any_of(*paths, [&](const std::string& path) { return lies_in(one, path); });
    };
    if (const auto ended = fix_project(session, is_wanted, flags.dry_run ? Writing::shown : Writing::done))
      return *ended;
  }
  const auto checked = flags.online ? check_online(session) : session.check();
  if (!checked) return console.fail(checked.error());
  const auto paths = wanted_paths(session, flags);
  if (!paths) return console.fail(paths.error());
  const auto wanted = [&](const auto& one) {
    return std::ranges::any_of(*paths, [&](const std::string& path) { return lies_in(one.path, path); });
  };
  std::vector<Diagnostic> findings;
  std::ranges::copy_if(checked->diagnostics, std::back_inserter(findings), wanted);
  ReportContext context = session.report_context(*checked);
  if (flags.format == "sarif") add_fixes(*checked, context);
  const std::string report = render(kFormats.at(flags.format), findings, context);
  if (flags.format != "text" || !findings.empty()) {
    console.print(report);
  } else if (!console.quiet) {
    const auto files = std::ranges::count_if(checked->corpus().sources(), wanted);
    console.print(all_is_well(static_cast<std::size_t>(files), console.language));
  }
  say_what_was_not_asked(console, checked->web);
  if (checked->has_errors() && summarise(findings).errors == 0) {
    console.say({"Der er fejl andre steder i projektet; «kanon check» viser dem.",
                 "There are errors elsewhere in the project; “kanon check” shows them."});
  }
  if (checked->configuration_is_wrong()) return ExitStatus::wrong_use;
  return checked->has_errors() ? ExitStatus::content_has_errors : ExitStatus::fine;
}

}  // namespace

void add_check(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<CheckFlags>();
  auto* command = program.add_subcommand("check", words("Kontrollerer hele projektet; skriver kun med --fix",
                                                        "Checks the whole project; writes only with --fix"));
  command
      ->add_option("--format", flags->format,
                   words("Rapportens form: text, json, sarif, github eller gitlab",
                         "The report's form: text, json, sarif, github or gitlab"))
      ->check(CLI::IsMember(kFormats).description(""))
      ->type_name("FORMAT");
  command->add_flag("--online", flags->online,
                    words("Prøv også links til andre websteder", "Try links to other websites, too"));
  command->add_flag("--fix", flags->fix,
                    words("Ret det, der kun kan rettes på én måde, og kontrollér igen",
                          "Correct what has one right answer, and check again"));
  command->add_flag(
      "--dry-run", flags->dry_run,
      words("Med --fix: vis rettelserne, og skriv intet", "With --fix: show the corrections and write nothing"));
  command->add_option("PATH", flags->paths,
                      words("Vis kun, hvad der er fundet i disse filer og mapper",
                            "Print only what was found in these files and folders"));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_check(session, *flags); }; });
}

}  // namespace kanon
