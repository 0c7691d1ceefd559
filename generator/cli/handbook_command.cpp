#include "build/audience.h"
#include "cli/command.h"
#include "cli/piece_times.h"
#include "cli/point_flags.h"

namespace kanon {
namespace {

struct HandbookFlags {
  std::shared_ptr<PointFlags> point = std::make_shared<PointFlags>();
  std::string id;
  std::string out;
  std::string audience;
  std::string since;
};

ExitStatus run_handbook(Session& session, const HandbookFlags& flags) {
  Console& console = session.console;
  const auto point = point_of(*flags.point, session.today());
  if (!point) return console.fail(point.error());
  const auto checked = session.check(nullptr, ArchiveDepth::all);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong() || checked->has_errors()) return report_findings(session, *checked);
  ProgressLine line(console);
  PieceTimes times(console, line);
  const BuildOptions options{
      .folder = *session.project_folder(),
      .out = {},
      .audience = flags.audience.empty() ? own_audience(checked->corpus(), flags.id) : flags.audience,
      .point = *point,
      .jobs = session.jobs(),
      .pieces = &times};
  const auto pdf = build_pdf(session.files, session.processes, *checked, {flags.id, flags.since}, options);
  if (!pdf) return console.fail(pdf.error());
  for (const auto& note : pdf->notes) console.say(note);
  const std::string out = flags.out.empty() ? flags.id + ".pdf" : flags.out;
  if (const auto written = session.files.write(out, pdf->bytes); !written) return console.fail(written.error());
  if (!console.quiet) console.print(message("{} er skrevet.\n", "{} is written.\n", out).in(console.language));
  return ExitStatus::fine;
}

}  // namespace

void add_handbook(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<HandbookFlags>();
  auto* command = program.add_subcommand(
      "handbook", words("Laver én PDF af en håndbog eller et dokument", "Makes one PDF of a handbook or a document"));
  command->add_option("ID", flags->id, words("Håndbogens eller dokumentets id", "The handbook's or document's id"))
      ->required();
  command->add_option("--out", flags->out, words("Filen, der skrives (ID.pdf)", "The file to write (ID.pdf)"))
      ->type_name("FILE");
  command
      ->add_option("--audience", flags->audience,
                   words("Målgruppen (håndbogens egen)", "The audience (the handbook's own)"))
      ->type_name("NAME");
  command
      ->add_option("--since", flags->since,
                   words("Markér, hvad der er ændret siden denne udgivne version",
                         "Mark what changed since this released version"))
      ->type_name("VERSION");
  add_point_flags(*command, flags->point, words);
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_handbook(session, *flags); }; });
}

}  // namespace kanon
