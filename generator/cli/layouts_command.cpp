#include "base/nearest.h"
#include "cli/command.h"
#include "emit/html/layout_names.h"

namespace kanon {
namespace {

std::unexpected<Error> no_such_layout(const std::string& layout) {
  std::vector<std::string> known;
  for (const auto& [name, declared] : LayoutNames::declared().layouts()) known.push_back(name);
  const auto meant = nearest(layout, known);
  return wrong_use(message("Der er intet layout «{}»", "There is no layout “{}”", layout),
                   meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
                         : message("«kanon layouts» viser dem alle.", "“kanon layouts” lists them all."));
}

ExitStatus run_layouts(Session& session, const std::string& layout, const std::string& format) {
  const Console& console = session.console;
  const auto text = format == "markdown" ? std::optional(layouts_manual()) : layout_names_as_text(layout);
  if (!text) return console.fail(no_such_layout(layout).error());
  console.print(*text);
  return ExitStatus::fine;
}

}  // namespace

void add_layouts(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto layout = std::make_shared<std::string>();
  auto format = std::make_shared<std::string>("text");
  auto* command = program.add_subcommand(
      "layouts", words("Viser, hvilke navne webstedets layouts får", "Lists the names that the site's layouts get"));
  command->add_option("LAYOUT", *layout, words("Kun dette layout", "This layout alone"));
  command
      ->add_option("--format", *format,
                   words("Listens form: text eller markdown (manualens side)",
                         "The list's form: text or markdown (the manual's page)"))
      ->check(CLI::IsMember({"text", "markdown"}).description(""))
      ->type_name("FORMAT");
  command->callback([layout, format, &chosen] {
    chosen.action = [layout, format](Session& session) { return run_layouts(session, *layout, *format); };
  });
}

}  // namespace kanon
