#include "cli/command.h"
#include "env/standard_streams.h"
#include "env/surroundings.h"
#include "lsp/server.h"

namespace kanon {
namespace {

ExitStatus run_lsp(Session& session) {
  const auto workers = [limit = session.jobs()]() -> std::unique_ptr<Parsers> {
    return std::make_unique<WorkerParsers>(program_path(), limit, Limits{});
  };
  std::optional<Language> language;
  if (!session.options().language.empty()) language = session.console.language;
  const int status = lsp::serve({session.files, session.today(), workers, read_input, write_output, language});
  // 1 is what the protocol asks for where the client left without “shutdown”: to others something around us failed
  return status == 0 ? ExitStatus::fine : ExitStatus::content_has_errors;
}

}  // namespace

void add_lsp(CLI::App& program, Chosen& chosen, const HelpWords& words) {
  auto* command = program.add_subcommand(
      "lsp", words("Hjælper editorer, mens der skrives: en sprogserver på standard ind og ud",
                   "Helps editors while people write: a language server on standard input and output"));
  auto ignored = std::make_shared<bool>(false);
  command->add_flag("--stdio", *ignored,
                    words("Uden virkning; nogle editorer skriver den", "Without effect; some editors write it"));
  command->callback([ignored, &chosen] { chosen.action = run_lsp; });
}

}  // namespace kanon
