#include "build/diff.h"

#include "build/audience.h"
#include "cli/command.h"
#include "cli/piece_times.h"
#include "cli/written_bytes.h"
#include "emit/redline/page.h"

namespace kanon {
namespace {

struct DiffFlags {
  DiffRequest request;
  std::string format = "text";
  std::string out;
  std::string audience;
};

constexpr const char* pdf_format = "pdf";

Result<std::string> told(Session& session, const RedlineReport& report, const std::string& format, Coloured coloured) {
  const Language language = session.console.language;
  if (format == "json") return redline_as_json(report, language);
  if (format == "markdown") return redline_as_markdown(report, language);
  if (format == "text") return redline_as_text(report, language, coloured);
  const auto theme = Theme::load(session.files, *session.project_folder());
  if (!theme) return std::unexpected(theme.error());
  return redline_as_html(report, language, *theme);
}

/// The redline edition of a PDF. It is made of editions that readers can have: what is older must be a release.
Result<std::string> printed(Session& session, const CheckedProject& checked, const RedlineReport& report,
                            const DiffFlags& flags) {
  if (report.before.is_source || !(report.before.version < report.after.version)) {
    return wrong_use(
        {"En PDF viser ændringerne siden en tidligere udgivelse", "A PDF shows the changes since an earlier release"},
        {"Nævn den ældste version først.", "Name the older version first."});
  }
  const Date today = session.today();
  ProgressLine line(session.console);
  PieceTimes times(session.console, line);
  const BuildOptions options{
      .folder = *session.project_folder(),
      .out = {},
      .audience = flags.audience.empty() ? own_audience(checked.corpus(), report.id) : flags.audience,
      .point = {.date = today, .today = today, .drafts = report.after.is_source ? Drafts::shown : Drafts::left_out},
      .jobs = session.jobs(),
      .pieces = &times};
  auto pdf = build_pdf(session.files, session.processes, checked,
                       {report.id, report.before.version.text(), report.after.version}, options);
  if (!pdf) return std::unexpected(pdf.error());
  return std::move(pdf->bytes);
}

ExitStatus run_diff(Session& session, const DiffFlags& flags) {
  Console& console = session.console;
  const bool is_pdf = flags.format == pdf_format;
  if (is_pdf) {
    if (const auto fine = refuse_terminal(flags.out); !fine) return console.fail(fine.error());
  }
  const auto checked = session.check(nullptr, ArchiveDepth::all);
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong() || (is_pdf && checked->has_errors())) return report_findings(session, *checked);
  const auto report = diff(*checked, flags.request);
  if (!report) return console.fail(report.error());
  if (is_pdf) {
    const auto pdf = printed(session, *checked, *report, flags);
    return pdf ? write_bytes(session, flags.out, *pdf) : console.fail(pdf.error());
  }
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
                   words("Formen: text, json, html, markdown eller pdf", "The form: text, json, html, markdown or pdf"))
      ->check(CLI::IsMember({"text", "json", "html", "markdown", pdf_format}).description(""))
      ->type_name("FORMAT");
  command
      ->add_option(
          "--out", flags->out,
          words("Filen, en PDF skrives i (standard output)", "The file that a PDF is written to (standard output)"))
      ->type_name("FILE");
  command
      ->add_option("--audience", flags->audience,
                   words("PDF’ens målgruppe (håndbogens egen)", "The PDF's audience (the handbook's own)"))
      ->type_name("NAME");
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_diff(session, *flags); }; });
}

}  // namespace kanon
