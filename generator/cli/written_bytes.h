#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace kanon {

/// Wrong use where bytes that are no text would go to a terminal: no file was named.
Result<void> refuse_terminal(const std::string& out);

/// Writes what was asked for to a file, or to standard output where none was named, and says so.
ExitStatus write_bytes(Session& session, const std::string& out, std::string_view bytes);

}  // namespace kanon
