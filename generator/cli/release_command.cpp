#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/releasing.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

struct ReleaseFlags {
  std::vector<std::string> ids;
  bool all = false;
};

void print_released(const Console& console, const ReleaseOutcome& one) {
  const std::string& version = one.version.text();
  const std::string fingerprint = short_fingerprint(one.fingerprint);
  console.print(message("{0} {1} er udgivet: {2} (content/archive/{0}/{1})\n",
                        "{0} {1} was released: {2} (content/archive/{0}/{1})\n", one.id, version, fingerprint)
                    .in(console.language));
}

void print_unchanged(const Console& console, const ReleaseOutcome& one) {
  const std::string& version = one.version.text();
  console.print(
      message("{} {} er allerede udgivet, som den er.\n", "{} {} is released already, as it stands.\n", one.id, version)
          .in(console.language));
}

/// A refusal is an error: it is told with --quiet, too.
void tell_refusal(const Console& console, const ReleaseOutcome& one) {
  const std::string& version = one.version.text();
  std::string text =
      message("{}: fejl: {} {} kan ikke udgives:\n", "{}: error: {} {} can't be released:\n", one.path, one.id, version)
          .in(console.language);
  for (const Message& reason : one.reasons) text += "  - " + printable(reason.in(console.language)) + "\n";
  std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::size_t count(const std::vector<ReleaseOutcome>& outcomes, ReleaseOutcome::Kind kind) {
  return static_cast<std::size_t>(std::ranges::count(outcomes, kind, &ReleaseOutcome::kind));
}

void print_summary(const Console& console, const std::vector<ReleaseOutcome>& outcomes) {
  const std::size_t released = count(outcomes, ReleaseOutcome::Kind::released);
  const std::size_t unchanged = count(outcomes, ReleaseOutcome::Kind::unchanged);
  const std::size_t refused = count(outcomes, ReleaseOutcome::Kind::refused);
  if (released + refused == 0) {
    console.print(message("Der er intet nyt at udgive; udgivet i forvejen: {}.\n",
                          "There is nothing new to release; released before: {}.\n", unchanged)
                      .in(console.language));
    return;
  }
  console.print(message("{} udgivet, {} uden ændringer, {} afvist.\n", "{} released, {} unchanged, {} refused.\n",
                        released, unchanged, refused)
                    .in(console.language));
}

enum class Named { each, all };

void tell(const Console& console, const std::vector<ReleaseOutcome>& outcomes, Named named) {
  for (const ReleaseOutcome& one : outcomes) {
    if (one.kind == ReleaseOutcome::Kind::refused) {
      tell_refusal(console, one);
    } else if (!console.quiet && one.kind == ReleaseOutcome::Kind::released) {
      print_released(console, one);
    } else if (!console.quiet && named == Named::each) {
      print_unchanged(console, one);
    }
  }
  if (named == Named::all && !console.quiet) print_summary(console, outcomes);
}

std::unexpected<Error> nothing_named() {
  return wrong_use({"Angiv, hvad der skal udgives", "Name what to release"},
                   {"Skriv et eller flere id’er, for eksempel «kanon release backup-politik», eller --all.",
                    "Write one or more ids, for example “kanon release backup-politik”, or --all."});
}

ExitStatus run_release(Session& session, const ReleaseFlags& flags) {
  Console& console = session.console;
  if (flags.ids.empty() != flags.all) {
    session.speak_as_project();
    if (flags.ids.empty()) return console.fail(nothing_named().error());
    return console.fail(
        wrong_use({"Angiv enten id’er eller --all, ikke begge dele", "Name either ids or --all, not both"},
                  {"Udelad --all for kun at udgive de nævnte.", "Leave out --all to release those named."})
            .error());
  }
  const auto releasing = flags.all ? release_all_in(session) : release_in(session, flags.ids);
  if (!releasing) return console.fail(releasing.error());
  if (releasing->checked.configuration_is_wrong()) return report_findings(session, releasing->checked);
  tell(console, releasing->outcomes, flags.all ? Named::all : Named::each);
  const bool refused = count(releasing->outcomes, ReleaseOutcome::Kind::refused) > 0;
  return refused ? ExitStatus::content_has_errors : ExitStatus::fine;
}

}  // namespace

void add_release(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<ReleaseFlags>();
  auto* command = program.add_subcommand(
      "release", words("Udgiver: fryser versionen og skriver den i protokollen, det overordnede først",
                       "Releases: freezes the version and appends to the ledger, parents first"));
  command->add_option("ID", flags->ids,
                      words("Dokumenter, kravkataloger og håndbøger", "Documents, catalogs and handbooks"));
  command->add_flag("--all", flags->all, words("Udgiv alt, der ikke er udgivet", "Release all that isn't released"));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_release(session, *flags); }; });
}

}  // namespace kanon
