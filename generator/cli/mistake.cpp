#include "cli/mistake.h"

#include "base/nearest.h"
#include "base/text.h"

namespace kanon {
namespace {

/// The command that was reached before the mistake: `new document` of `kanon new document --titel`.
const CLI::App& reached(const CLI::App& program) {
  const CLI::App* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::vector<std::string> commands_below(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* one : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(one->get_name());
  return names;
}

/// The flags that may stand with a command: its own, and those that every command takes.
std::vector<const CLI::Option*> options_of(const CLI::App& command) {
  std::vector<const CLI::Option*> options = command.get_options();
  if (command.get_parent() != nullptr) {
    for (const CLI::Option* option : options_of(*command.get_parent())) options.push_back(option);
  }
  return options;
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : options_of(command)) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// `kanon new dokument`: the few words that can stand there are all named.
Error unknown_kind(const CLI::App& command, const std::string& word) {
  const std::vector<std::string> kinds = commands_below(command);
  const std::string list = join(kinds, ", ");
  const auto meant = nearest(word, kinds);
  return wrong_use(message("«{}» kan ikke stå efter «kanon {}»", "“{}” can't stand after “kanon {}”", word,
                           command.get_name()),
                   meant
                       ? message("Mente du «{}»? Skriv et af: {}", "Did you mean “{}”? Write one of: {}", *meant, list)
                       : message("Skriv et af: {}", "Write one of: {}", list))
      .error();
}

Error unknown_word(const CLI::App& command, const std::string& word) {
  const bool is_command = !word.starts_with("-") && !commands_below(command).empty();
  if (is_command && command.get_parent() != nullptr) return unknown_kind(command, word);
  const auto meant = nearest(word.substr(0, word.find('=')), is_command ? commands_below(command) : flags_of(command));
  Message help =
      meant ? message("Mente du «{}»? «kanon --help» viser, hvad der kan skrives.",
                      "Did you mean “{}”? “kanon --help” shows what can be written.", *meant)
            : Message{"«kanon --help» viser, hvad der kan skrives.", "“kanon --help” shows what can be written."};
  if (!is_command) {
    return wrong_use(message("«{}» kan ikke stå her", "“{}” can't stand here", word), std::move(help)).error();
  }
  return wrong_use(message("Der er ingen kommando, der hedder «{}»", "There is no command named “{}”", word),
                   std::move(help))
      .error();
}

/// The option that a message of the parser's begins with; null if it begins with none.
const CLI::Option* option_named(const CLI::App& command, const std::string& detail) {
  const std::string name = detail.substr(0, detail.find_first_of(": "));
  for (const CLI::Option* option : options_of(command)) {
    if (option->check_name(name)) return option;
  }
  return nullptr;
}

Message help_of(const CLI::Option& option) { return {option.get_description() + ".", option.get_description() + "."}; }

Error missing_word(const CLI::App& command, const std::string& detail) {
  if (const CLI::Option* option = option_named(command, detail)) {
    const std::string name = option->get_name();
    return wrong_use(message("Der mangler «{}» efter «kanon {}»", "“{}” is missing after “kanon {}”", name,
                             command.get_name()),
                     help_of(*option))
        .error();
  }
  return wrong_use(
             message("Der mangler et ord efter «kanon {}»", "A word is missing after “kanon {}”", command.get_name()),
             message("Skriv et af: {}", "Write one of: {}", join(commands_below(command), ", ")))
      .error();
}

}  // namespace

Error mistake(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = reached(program);
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  const std::string detail = error.what();
  const auto unread = program.remaining(true);
  if (!unread.empty()) return unknown_word(command, unread.front());
  if (kind == CLI::ExitCodes::RequiredError) return missing_word(command, detail);
  const CLI::Option* option = option_named(command, detail);
  if (option == nullptr) {
    return wrong_use(message("Kommandolinjen kan ikke bruges: {}", "The command line can't be used: {}", detail),
                     {"«kanon --help» viser, hvad der kan skrives.", "“kanon --help” shows what can be written."})
        .error();
  }
  const std::string name = option->get_name();
  if (kind == CLI::ExitCodes::ArgumentMismatch)
    return wrong_use(message("«{}» skal have en værdi efter sig", "“{}” needs a value after it", name),
                     help_of(*option))
        .error();
  return wrong_use(message("Det, der står efter «{}», kan ikke bruges", "What stands after “{}” can't be used", name),
                   help_of(*option))
      .error();
}

}  // namespace kanon
