#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace kanon {

/// The value of an environment variable.
std::optional<std::string> variable(const std::string& name);
/// The day it is: SOURCE_DATE_EPOCH (reproducible-builds.org) in UTC where it is set and a whole number, else the local
/// day.
Date today();
/// The absolute path of the running program.
std::string program_path();
std::string working_folder();
bool is_terminal(int descriptor);
/// The width of the terminal in columns; 80 where unknown.
int terminal_width();
unsigned processor_count();
/// Whether this program may do anything, as some programs refuse to.
bool runs_as_root();

}  // namespace kanon
