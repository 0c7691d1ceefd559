#include "build/review.h"

#include "cli/command.h"
#include "emit/review/formats.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

struct ReviewFlags {
  std::string base;
  std::string head;
  std::string format = "text";
  std::string out;
  bool single_file = false;
  bool only_new = false;
  bool merge_base = false;
};

using Writer = std::string (*)(const ReviewReport&, const ReviewSettings&);

/// The forms that are one text; html is a folder, or a page.
const std::map<std::string, Writer> kWriters{
    {"text", review_text}, {"json", review_json}, {"markdown", review_markdown}, {"announcement", review_announcement}};

ReviewInput input_of(const Review& review, Date today) {
  return {.before = review.base.model,
          .after = review.head.model,
          .changes = review.changes,
          .consequences = review.consequences,
          .findings = review.findings,
          .base = review.base_side.name,
          .head = review.head_side.name,
          .base_commit = review.base_side.commit,
          .head_commit = review.head_side.commit,
          .today = today};
}

ExitStatus status_of(const Review& review, const ReviewFlags& flags) {
  if (review.head.configuration_is_wrong()) return ExitStatus::wrong_use;
  const bool broken = flags.only_new ? review.breaks_a_rule_anew() : review.breaks_a_rule();
  return broken ? ExitStatus::content_has_errors : ExitStatus::fine;
}

Result<void> write_text(Session& session, const ReviewReport& report, const ReviewSettings& settings,
                        const ReviewFlags& flags) {
  const std::string text = kWriters.at(flags.format)(report, settings);
  if (!flags.out.empty()) return session.files.write(flags.out, text);
  session.console.print(text);
  return {};
}

/// A page where `--single-file` asks for one, else a folder; files in it that are not the report's stay.
Result<void> write_html(Session& session, const std::string& project, const ReviewReport& report,
                        const ReviewSettings& settings, const ReviewFlags& flags) {
  const auto theme = Theme::load(session.files, project);
  if (!theme) return std::unexpected(theme.error());
  std::string out = flags.out.empty() ? (flags.single_file ? "review.html" : "review") : flags.out;
  if (flags.single_file) {
    const auto page = review_as_one_page(report, settings, *theme);
    if (!page) return std::unexpected(page.error());
    if (auto written = session.files.write(out, *page); !written) return written;
  } else {
    auto artifacts = review_as_folder(report, settings, *theme);
    if (!artifacts) return std::unexpected(artifacts.error());
    for (const Artifact& one : *artifacts) {
      if (auto written = session.files.write(out + "/" + one.path, one.bytes); !written) return written;
    }
    out += "/index.html";
  }
  session.console.say(message("{} er skrevet.", "{} is written.", out));
  return {};
}

ExitStatus run_review(Session& session, const ReviewFlags& flags) {
  Console& console = session.console;
  const auto folder = session.project_folder();
  if (!folder) return console.fail(folder.error());
  WorkerParsers parsers(program_path(), session.jobs(), Limits{});
  const auto review = review_project(session.files, parsers,
                                     {.folder = *folder,
                                      .base = flags.base,
                                      .head = flags.head,
                                      .from_merge_base = flags.merge_base,
                                      .today = session.today()});
  if (!review) return console.fail(review.error());
  if (session.options().language.empty()) console.language = review->head.corpus().config.language;
  if (review->head.configuration_is_wrong()) return report_findings(session, review->head);
  const ReviewInput input = input_of(*review, session.today());
  const ReviewReport report = report_of(input);
  const ReviewSettings settings{.told = flags.only_new ? ToldFindings::new_ones : ToldFindings::all,
                                .context = session.report_context(review->head)};
  const auto written = flags.format == "html" ? write_html(session, *folder, report, settings, flags)
                                              : write_text(session, report, settings, flags);
  if (!written) return console.fail(written.error());
  return status_of(*review, flags);
}

}  // namespace

void add_review(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto flags = std::make_shared<ReviewFlags>();
  auto* command = program.add_subcommand(
      "review", words("Viser, hvad en ændring gør: mellem to udgaver i git, eller BASE og arbejdsmappen",
                      "Shows what a change does: between two revisions of git, or BASE and the working tree"));
  command
      ->add_option(
          "BASE", flags->base,
          words("Udgaven før: en gren, et mærke eller et commit", "The revision before: a branch, a tag or a commit"))
      ->required();
  command->add_option("HEAD", flags->head,
                      words("Udgaven efter (arbejdsmappen)", "The revision after (the working tree)"));
  command
      ->add_option("--format", flags->format,
                   words("Rapportens form: text, json, markdown, html eller announcement",
                         "The report's form: text, json, markdown, html or announcement"))
      ->check(CLI::IsMember({"text", "json", "markdown", "html", "announcement"}).description(""))
      ->type_name("FORMAT");
  command->add_option("--out", flags->out, words("Hvor rapporten skrives", "Where the report is written"))
      ->type_name("PATH");
  command->add_flag(
      "--single-file", flags->single_file,
      words("Med html: én side, der ikke behøver andre filer", "With html: one page that needs no other file"));
  command->add_flag("--only-new", flags->only_new,
                    words("Vis kun fund, som ændringen bringer", "Tell only findings that the change brings"));
  command->add_flag("--merge-base", flags->merge_base,
                    words("Sammenlign med der, hvor HEAD forlod BASE", "Compare with where HEAD left BASE"));
  command->callback(
      [flags, &chosen] { chosen.action = [flags](Session& session) { return run_review(session, *flags); }; });
}

}  // namespace kanon
