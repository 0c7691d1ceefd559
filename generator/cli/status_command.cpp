#include "build/status.h"
#include "cli/command.h"
#include "cli/status_report.h"

namespace kanon {
namespace {

ExitStatus run_status(Session& session, const std::string& format) {
  const Console& console = session.console;
  // Of an item several releases may be about to take effect.
  const auto checked = session.check(nullptr, ArchiveDepth::all);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  const Horizon horizon = console.verbose ? Horizon::all : Horizon::soon;
  const auto items = status_of(*checked, session.today(), horizon);
  if (format == "json") {
    console.print(status_as_json(items, session.today(), console.language));
  } else if (!items.empty() || !console.quiet) {
    console.print(status_as_text(items, session.today(), console.language));
  }
  if (!checked->has_errors()) return ExitStatus::fine;
  console.say({"Der er fejl i projektet, så listen er måske ikke hel; «kanon check» viser dem.",
               "There are errors in the project, so the list may not be whole; “kanon check” shows them."});
  return ExitStatus::content_has_errors;
}

}  // namespace

void add_status(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto format = std::make_shared<std::string>("text");
  auto* command =
      program.add_subcommand("status", words("Viser, hvad der skal gøres, hvornår og af hvem; skriver intet",
                                             "Lists what is due, when, and whose turn it is; writes nothing"));
  command->add_option("--format", *format, words("Listens form: text eller json", "The list's form: text or json"))
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("FORMAT");
  command->callback(
      [format, &chosen] { chosen.action = [format](Session& session) { return run_status(session, *format); }; });
}

}  // namespace kanon
