#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/session.h"

namespace kanon {

/// What a command does once the command line is read.
using Action = std::function<ExitStatus(Session&)>;

/// Where a command puts its action when it was the one asked for.
struct Chosen {
  Action action;
};

/// The words of the command line's own help, in the language asked for.
struct HelpWords {
  Language language;
  std::string operator()(const char* da, const char* en) const { return language == Language::da ? da : en; }
};

/// Each adds one command with its flags to the program: the one definition that parsing, --help and completion come
/// from.
void add_check(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_build(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_serve(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_handbook(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_review(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_diff(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_verify(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_export(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_import(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_status(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_init(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_new(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_bump(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_release(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_lsp(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_explain(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_layouts(CLI::App& program, Chosen& chosen, const HelpWords& words);
void add_rules(CLI::App& program, Chosen& chosen, const HelpWords& words);

}  // namespace kanon
