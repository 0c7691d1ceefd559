#include "base/nearest.h"
#include "check/page.h"
#include "check/rule.h"
#include "cli/command.h"

namespace kanon {
namespace {

ExitStatus run_explain(Session& session, const std::string& name) {
  session.speak_as_project();
  const auto id = rule_named(name);
  if (id) {
    session.console.print(explain(*id, session.console.language));
    return ExitStatus::fine;
  }
  std::vector<std::string> names;
  for (const RuleId rule : all_rules()) names.emplace_back(name_of(rule));
  const auto meant = nearest(name, names);
  return session.console.fail(
      wrong_use(message("Der er ingen regel, der hedder «{}»", "There is no rule named “{}”", name),
                meant ? message("Mente du «{}»? «kanon rules» viser dem alle.",
                                "Did you mean “{}”? “kanon rules” lists them all.", *meant)
                      : Message{"«kanon rules» viser dem alle.", "“kanon rules” lists them all."})
          .error());
}

}  // namespace

void add_explain(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto name = std::make_shared<std::string>();
  auto* command = program.add_subcommand("explain", words("Viser en regels side: hvad, hvorfor, eksempler og rettelse",
                                                          "Shows a rule's page: what, why, examples and remedy"));
  command
      ->add_option("RULE", *name,
                   words("Reglens navn, for eksempel missing-parent", "The rule's name, such as missing-parent"))
      ->required();
  command->callback(
      [name, &chosen] { chosen.action = [name](Session& session) { return run_explain(session, *name); }; });
}

}  // namespace kanon
