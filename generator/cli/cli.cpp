#include "cli/cli.h"

#include <csignal>
#include <cstring>
#include <exception>

#include "cli/command.h"
#include "cli/mistake.h"
#include "read/parsers.h"

namespace kanon {
namespace {

/// The language of help and of mistakes on the command line itself: --lang wherever it stands, else Danish.
Language language_asked_for(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--lang=en") == 0) return Language::en;
    if (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc && std::strcmp(argv[i + 1], "en") == 0) return Language::en;
  }
  return Language::da;
}

std::string check_date(const std::string& text) { return Date::parse(text) ? "" : "YYYY-MM-DD"; }

void add_common_options(CLI::App& program, CommonOptions& options, const HelpWords& words) {
  program
      .add_option("--project", options.project,
                  words("Projektets mappe (den nærmeste med en kanon.yaml)",
                        "The project's folder (the nearest with a kanon.yaml)"))
      ->type_name("DIR");
  program
      .add_option("--date", options.date,
                  words("Den dag, der regnes som i dag (YYYY-MM-DD)", "The day that counts as today (YYYY-MM-DD)"))
      ->type_name("DATE")
      ->check(CLI::Validator(check_date, ""));
  program
      .add_option(
          "--jobs", options.jobs,
          words("Hvor meget der laves på samme tid, fra 1 til 256", "How much is done at the same time, from 1 to 256"))
      ->type_name("N")
      ->check(CLI::Range(1U, 256U).description(""));
  program
      .add_option("--lang", options.language,
                  words("Beskedernes sprog: da eller en", "The language of messages: da or en"))
      ->type_name("LANG")
      ->check(CLI::IsMember({"da", "en"}).description(""));
  program
      .add_option("--color", options.colour,
                  words("Farver: auto, always eller never", "Colours: auto, always or never"))
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
  program.add_flag("--quiet", options.quiet, words("Skriv kun fejl", "Print only errors"));
  program.add_flag("--verbose", options.verbose,
                   words("Skriv også, hvad der bliver gjort", "Also print what is being done"));
}

void use_words(CLI::App& program, const HelpWords& words) {
  const auto formatter = program.get_formatter();
  formatter->label("Usage", words("Brug", "Usage"));
  formatter->label("OPTIONS", words("TILVALG", "OPTIONS"));
  formatter->label("SUBCOMMAND", words("KOMMANDO", "COMMAND"));
  formatter->label("SUBCOMMANDS", words("KOMMANDOER", "COMMANDS"));
  formatter->label("Subcommands", words("Kommandoer", "Commands"));
  formatter->label("Positionals", words("Argumenter", "Arguments"));
  formatter->label("REQUIRED", words("(skal angives)", "(required)"));
  formatter->column_width(34);
  program.option_defaults()->group(words("Tilvalg", "Options"));
  program.set_help_flag("--help,-h", words("Vis denne hjælp", "Show this help"))->group(words("Tilvalg", "Options"));
}

/// What the parser's own help would say in English, or twice.
void tidy_help(CLI::App& command, const HelpWords& words) {
  for (CLI::App* below : command.get_subcommands([](CLI::App*) { return true; })) {
    below->group(words("Kommandoer", "Commands"));
    below->set_help_flag("--help,-h", words("Vis denne hjælp", "Show this help"))->group(words("Tilvalg", "Options"));
    tidy_help(*below, words);
  }
  for (CLI::Option* option : command.get_options([](CLI::Option* one) { return one->get_positional(); }))
    option->type_name("");
}

int status(ExitStatus status) { return static_cast<int>(status); }

int run(int argc, char** argv) {
  const HelpWords words{language_asked_for(argc, argv)};
  CLI::App program(
      words("Kanon: websted og håndbøger af styrende dokumenter, med kontrol af, at de holder, hvad de lover.",
            "Kanon: a website and handbooks from governing documents, and a check that they keep what they promise."),
      "kanon");
  CommonOptions common;
  Chosen chosen;
  use_words(program, words);
  program.fallthrough();
  program.set_version_flag("--version", "kanon " KANON_VERSION,
                           words("Vis programmets version", "Show the program's version"));
  add_common_options(program, common, words);
  add_init(program, chosen, words);
  add_new(program, chosen, words);
  add_check(program, chosen, words);
  add_build(program, chosen, words);
  add_serve(program, chosen, words);
  add_handbook(program, chosen, words);
  add_bump(program, chosen, words);
  add_release(program, chosen, words);
  add_review(program, chosen, words);
  add_diff(program, chosen, words);
  add_verify(program, chosen, words);
  add_export(program, chosen, words);
  add_import(program, chosen, words);
  add_status(program, chosen, words);
  add_lsp(program, chosen, words);
  add_explain(program, chosen, words);
  add_rules(program, chosen, words);
  add_layouts(program, chosen, words);
  tidy_help(program, words);
  Console console;
  console.language = words.language;
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return program.exit(asked);
  } catch (const CLI::ParseError& error) {
    return status(console.fail(mistake(program, error)));
  }
  if (!chosen.action) {
    console.print(program.help());
    return status(ExitStatus::wrong_use);
  }
  Session session(common);
  return status(chosen.action(session));
}

}  // namespace

int run_command_line(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "worker") == 0) return run_worker();
  // A reader that goes away (`kanon check | head`) is no reason to die half-way through a build.
  std::signal(SIGPIPE, SIG_IGN);
  // A limit on the size of files (ulimit -f) is a disk that is full: an error to report, not one to die of.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::exception& bug) {
    const std::string what = bug.what();
    return status(
        Console().fail(failure(message("Programmet måtte stoppe: {}", "The program had to stop: {}", what)).error()));
  }
}

}  // namespace kanon
