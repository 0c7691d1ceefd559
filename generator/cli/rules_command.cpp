#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/manual.h"
#include "check/rule.h"
#include "cli/command.h"
#include "diagnostic/severity_name.h"

namespace kanon {
namespace {

std::string rules_as_text(Language language) {
  std::size_t widest = 0;
  for (const Rule* rule : registry()) widest = std::max(widest, name_of(rule->id).size());
  std::string out;
  std::string_view group;
  for (const Rule* rule : registry()) {
    if (rule->group != group) {
      if (!group.empty()) out += '\n';
      group = rule->group;
      out += group_title(group).in(language) + "\n";
    }
    out += fmt::format("  {:<{}}  {:<7}  {}\n", name_of(rule->id), widest, severity_name(rule->severity),
                       rule->summary.in(language));
  }
  return out;
}

std::string rules_as_json(Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule* rule : registry()) {
    list.push_back({{"rule", name_of(rule->id)},
                    {"group", rule->group},
                    {"severity", severity_name(rule->severity)},
                    {"summary", rule->summary.in(language)}});
  }
  return nlohmann::ordered_json{{"version", 1}, {"rules", std::move(list)}}.dump(2) + "\n";
}

}  // namespace

void add_rules(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto format = std::make_shared<std::string>("text");
  auto* command = program.add_subcommand("rules", words("Viser alle regler", "Lists every rule"));
  command
      ->add_option("--format", *format,
                   words("Listens form: text, json eller markdown (manualens side)",
                         "The list's form: text, json or markdown (the manual's page)"))
      ->check(CLI::IsMember({"text", "json", "markdown"}).description(""))
      ->type_name("FORMAT");
  command->callback([format, &chosen] {
    chosen.action = [format](Session& session) {
      session.speak_as_project();
      const Language language = session.console.language;
      session.console.print(*format == "json"       ? rules_as_json(language)
                            : *format == "markdown" ? rules_manual(language)
                                                    : rules_as_text(language));
      return ExitStatus::fine;
    };
  });
}

}  // namespace kanon
