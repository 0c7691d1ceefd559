#pragma once

#include <string_view>

namespace kanon::fuzz {

/// One input: its first byte chooses the form, the rest is a source file or, for the third form, what a worker might
/// send back. It is read, packed, taken over again and written as HTML, YAML also read as a ledger; ends the process
/// where any promise of those is broken.
void try_input(std::string_view input);

}  // namespace kanon::fuzz
