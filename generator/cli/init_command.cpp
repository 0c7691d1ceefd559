#include <algorithm>

#include "base/text.h"
#include "cli/command.h"
#include "cli/releasing.h"
#include "embed/embedded.h"

namespace kanon {
namespace {

/// Where a file of the starter project goes: `.gitignore` travels without its dot, because git would obey it here.
std::string place_of(const embedded::File& file, const std::string& folder) {
  return folder + "/" + (file.path == "gitignore" ? ".gitignore" : std::string(file.path));
}

/// A site shows released versions only: the project begins with its texts released.
ExitStatus release_starter(const Session& session, const std::string& folder) {
  CommonOptions options = session.options();
  options.project = folder;
  Session inside(options);
  const auto releasing = release_all_in(inside);
  if (!releasing) return session.console.fail(releasing.error());
  const bool complete = std::ranges::all_of(releasing->outcomes,
                                            [](const auto& one) { return one.kind == ReleaseOutcome::Kind::released; });
  if (!complete || releasing->checked.has_errors()) return report_findings(inside, releasing->checked);
  return ExitStatus::fine;
}

ExitStatus run_init(Session& session, const std::string& folder) {
  for (const auto& file : embedded::starter()) {
    const std::string path = place_of(file, folder);
    if (session.files.is_file(path) || session.files.is_folder(path)) {
      return session.console.fail(
          wrong_use(message("«{}» findes allerede; intet er skrevet", "“{}” exists already; nothing was written", path),
                    {"Vælg en tom mappe til det nye projekt.", "Choose an empty folder for the new project."})
              .error());
    }
  }
  for (const auto& file : embedded::starter()) {
    const std::string text = replace_all(std::string(file.bytes), "@DATE@", session.today().iso());
    if (const auto written = session.files.write(place_of(file, folder), text); !written)
      return session.console.fail(written.error());
  }
  if (const ExitStatus status = release_starter(session, folder); status != ExitStatus::fine) return status;
  if (!session.console.quiet) {
    session.console.print(message("Et lille projekt er lagt i {0}, og dets dokumenter er udgivet. Byg det med:\n\n  "
                                  "kanon build --project {0}\n",
                                  "A small project is in {0}, and its documents are released. Build it with:\n\n  "
                                  "kanon build --project {0}\n",
                                  folder)
                              .in(session.console.language));
  }
  return ExitStatus::fine;
}

}  // namespace

void add_init(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto folder = std::make_shared<std::string>();
  auto* command = program.add_subcommand("init", words("Begynder et lille projekt, der kan bygges, som det er",
                                                       "Begins a small project that builds as it is"));
  command->add_option("DIR", *folder, words("Den nye mappe", "The new folder"))->required();
  command->callback(
      [folder, &chosen] { chosen.action = [folder](Session& session) { return run_init(session, *folder); }; });
}

}  // namespace kanon
