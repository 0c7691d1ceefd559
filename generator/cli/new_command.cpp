#include "cli/command.h"
#include "cli/new_document.h"
#include "cli/new_member.h"

namespace kanon {
namespace {

/// Writes what `write_source` makes of the project, where no file stands in its way.
template <class WriteSource>
ExitStatus run_new(Session& session, WriteSource write_source) {
  Console& console = session.console;
  const auto checked = session.check();
  if (!checked) return console.fail(checked.error());
  if (checked->configuration_is_wrong()) return report_findings(session, *checked);
  const Result<NewSource> source = write_source(checked->model);
  if (!source) return console.fail(source.error());
  const std::string path = *session.project_folder() + "/" + source->path;
  if (session.files.is_file(path)) {
    return console.fail(wrong_use(message("«{}» findes allerede", "“{}” exists already", source->path),
                                  {"Vælg et andet id.", "Choose another id."})
                            .error());
  }
  if (const auto written = session.files.write(path, source->text); !written) return console.fail(written.error());
  if (!console.quiet) {
    console.print(message("{} er skrevet. Udfyld den, og kør «kanon check».\n",
                          "{} is written. Fill it in and run “kanon check”.\n", source->path)
                      .in(console.language));
  }
  return ExitStatus::fine;
}

void add_new_document(CLI::App& command, Chosen& chosen, const HelpWords& words) {
  auto* document = command.add_subcommand("document", words("Et styrende dokument", "A governing document"));
  auto wanted = std::make_shared<NewDocument>();
  document->add_option("ID", wanted->id,
                       words("Dokumentets id (dannes af titlen)", "The document's id (made from the title)"));
  document->add_option("--title", wanted->title, words("Titlen", "The title"))->type_name("TEXT");
  document
      ->add_option("--type", wanted->type,
                   words("Dokumenttypens id i kanon.yaml", "The document type's id in kanon.yaml"))
      ->type_name("TYPE");
  document->add_option("--parent", wanted->parent, words("Id på dokumentet ovenover", "The id of the document above"))
      ->type_name("ID");
  document
      ->add_option("--owner", wanted->owner, words("Enheden, der ejer dokumentet", "The unit that owns the document"))
      ->type_name("UNIT");
  document->add_option("--classification", wanted->classification, words("Klassifikationen", "The classification"))
      ->type_name("LEVEL");
  document->callback([wanted, &chosen] {
    chosen.action = [wanted](Session& session) {
      return run_new(session, [&](const Model& model) { return write_new_document(model, *wanted, session.today()); });
    };
  });
}

void add_new_member(CLI::App& command, Chosen& chosen, const HelpWords& words) {
  auto* member = command.add_subcommand(
      "member", words("En ansøgers erklæring, dannet af kriterierne", "An applicant's declaration, from the criteria"));
  auto wanted = std::make_shared<NewMember>();
  member->add_option("ID", wanted->id,
                     words("Medlemmets id (dannes af navnet)", "The member's id (made from the name)"));
  member->add_option("--name", wanted->name, words("Ansøgerens navn", "The applicant's name"))->type_name("TEXT");
  member->add_option("--cvr", wanted->cvr, words("CVR-nummeret", "The CVR number"))->type_name("NUMBER");
  member->add_option("--website", wanted->website, words("Webadressen", "The web address"))->type_name("URL");
  member->callback([wanted, &chosen] {
    chosen.action = [wanted](Session& session) {
      return run_new(session, [&](const Model& model) { return write_new_member(model, *wanted, session.today()); });
    };
  });
}

}  // namespace

void add_new(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto* command =
      program.add_subcommand("new", words("Skriver en kildefil, der kan udfyldes", "Writes a source file to fill in"));
  command->require_subcommand(1);
  add_new_document(*command, chosen, words);
  add_new_member(*command, chosen, words);
}

}  // namespace kanon
