#include <algorithm>

#include "cli/command.h"
#include "cli/point_flags.h"
#include "env/folder_watch.h"
#include "env/local_server.h"
#include "env/paths.h"
#include "env/surroundings.h"
#include "read/parsers.h"
#include "serve/preview.h"

namespace kanon {
namespace {

constexpr std::chrono::hours long_wait{1};
/// A file that goes while it is read comes back in a moment: an editor replaces it.
constexpr std::chrono::milliseconds short_wait{200};

struct ServeFlags {
  std::string audience;
  std::uint16_t port = 8080;
  std::string editor = Editor{}.address;
  bool no_drafts = false;
};

/// What the newest texts amount to, in one line.
void tell(const Console& console, const Preview& preview) {
  const auto summary = preview.summary();
  if (!summary)
    console.say({"Kan ikke vises; siderne er, som de var før", "Can't be shown; the pages are as they were before"});
  else
    console.say(message("Opdateret: {} fejl, {} advarsler", "Updated: {} errors, {} warnings", summary->errors,
                        summary->warnings));
}

Result<void> watch_folders(FolderWatch& watch, const Preview& preview, const std::string& folder) {
  if (auto added = watch.add(folder); !added) return added;
  for (const std::string& below : preview.folders()) {
    if (auto added = watch.add_with_all_below(below); !added) return added;
  }
  return {};
}

/// Until the program is ended from outside, or can't watch any more.
Result<void> go_on(Session& session, FolderWatch& watch, Preview& preview, LocalServer& server,
                   const std::string& folder) {
  while (true) {
    const auto changed = watch.wait(preview.summary() ? std::chrono::milliseconds(long_wait) : short_wait);
    if (!changed) return std::unexpected(changed.error());
    const bool concerns =
        std::ranges::any_of(*changed, [&](const std::string& path) { return preview.concerns(path); });
    if (!concerns && (preview.summary() || !changed->empty())) continue;
    const bool was_shown = preview.summary().has_value();
    preview.refresh();
    if (auto watched = watch_folders(watch, preview, folder); !watched) return watched;
    server.tell(preview.state());
    if (concerns || was_shown != preview.summary().has_value()) tell(session.console, preview);
  }
}

ExitStatus run_serve(Session& session, const ServeFlags& flags) {
  const auto found = session.project_folder();
  if (!found) return session.console.fail(found.error());
  session.speak_as_project();
  const std::string folder = absolute_path(*found);
  const Drafts drafts = flags.no_drafts ? Drafts::left_out : Drafts::written;
  WorkerParsers parsers(program_path(), session.jobs(), Limits{});
  Preview preview(session.files, parsers, session.processes,
                  {folder, flags.audience, {session.today(), session.today(), drafts}}, {flags.editor, folder});
  auto watch = FolderWatch::open();
  if (!watch) return session.console.fail(watch.error());
  if (auto watched = watch_folders(**watch, preview, folder); !watched) return session.console.fail(watched.error());
  preview.refresh();
  if (auto watched = watch_folders(**watch, preview, folder); !watched) return session.console.fail(watched.error());
  LocalServer server([&preview](const std::string& path) { return preview.answer(path); }, Preview::events);
  server.tell(preview.state());
  const auto port = server.start(flags.port);
  if (!port) return session.console.fail(port.error());
  session.console.print(
      message("Webstedet vises på http://127.0.0.1:{}/ og følger med, mens I skriver. Stop med Ctrl+C.\n",
              "The site is shown at http://127.0.0.1:{}/ and follows as you write. Stop with Ctrl+C.\n", *port)
          .in(session.console.language));
  tell(session.console, preview);
  const auto ended = go_on(session, **watch, preview, server, folder);
  return session.console.fail(ended.error());
}

}  // namespace

void add_serve(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<ServeFlags>();
  auto* command = program.add_subcommand("serve", words("Viser webstedet på denne maskine, mens der skrives",
                                                        "Shows the site on this machine while it is written"));
  command
      ->add_option(
          "--port", flags->port,
          words("Porten på 127.0.0.1; 0 for en ledig (8080)", "The port of 127.0.0.1; 0 for a free one (8080)"))
      ->type_name("N");
  command
      ->add_option("--audience", flags->audience,
                   words("Målgruppen, som webstedet vises for (den, der må se mest)",
                         "The audience that the site is shown to (the one that may see the most)"))
      ->type_name("NAME");
  command->add_flag("--no-drafts", flags->no_drafts, words("Uden udkast", "Without drafts"));
  command
      ->add_option("--editor", flags->editor,
                   words("Adressen, der åbner et fund i et skriveprogram, med {file}, {line} og {column} (VS Code)",
                         "The address that opens a finding in an editor, with {file}, {line} and {column} (VS Code)"))
      ->type_name("URL");
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_serve(session, *flags); }; });
}

}  // namespace kanon
