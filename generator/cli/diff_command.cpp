#include "build/diff.h"

#include "cli/command.h"
#include "emit/redline/page.h"

namespace kanon {
namespace {

struct DiffFlags {
  DiffRequest request;
  std::string format = "text";
};

Result<std::string> told(Session& session, const RedlineReport& report, const std::string& format, Coloured coloured) {
  const Language language = session.console.language;
  if (format == "json") return redline_as_json(report, language);
  if (format == "markdown") return redline_as_markdown(report, language);
  if (format == "text") return redline_as_text(report, language, coloured);
  const auto theme = Theme::load(session.files, *session.project_folder());
  if (!theme) return std::unexpected(theme.error());
  return redline_as_html(report, language, *theme);
}

ExitStatus run_diff(Session& session, const DiffFlags& flags) {
  const Console& console = session.console;
  const auto checked = session.check(nullptr, ArchiveDepth::all);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  const auto report = diff(*checked, flags.request);
  if (!report) return console.fail(report.error());
  const bool coloured = session.report_context(*checked).colour == Colour::always;
  const auto text = told(session, *report, flags.format, coloured ? Coloured::yes : Coloured::no);
  if (!text) return console.fail(text.error());
  console.print(*text);
  return ExitStatus::fine;
}

}  // namespace

void add_diff(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<DiffFlags>();
  auto* command =
      program.add_subcommand("diff", words("Viser, hvad der er ændret mellem to versioner, som rettelser i teksten",
                                           "Shows what changed between two versions, as corrections in the text"));
  command
      ->add_option("ID", flags->request.id,
                   words("Dokument, kravkatalog eller håndbog", "Document, catalog or handbook"))
      ->required();
  command->add_option("V1", flags->request.before,
                      words("Den gamle version (udgivelsen før V2), eller «source»",
                            "The old version (the release before V2), or “source”"));
  command->add_option("V2", flags->request.after,
                      words("Den nye version, eller «source» (kilden, hvis den ikke er udgivet, ellers den nyeste)",
                            "The new version, or “source” (the source if it isn't released, else the newest)"));
  command
      ->add_option("--format", flags->format,
                   words("Formen: text, json, html eller markdown", "The form: text, json, html or markdown"))
      ->check(CLI::IsMember({"text", "json", "html", "markdown"}).description(""))
      ->type_name("FORMAT");
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_diff(session, *flags); }; });
}

}  // namespace kanon
