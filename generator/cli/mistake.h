#pragma once

#include <CLI/CLI.hpp>

#include "base/result.h"

namespace kanon {

/// A mistake on the command line in the program's own words: what can't be understood, and the nearest that can.
Error mistake(const CLI::App& program, const CLI::ParseError& error);

}  // namespace kanon
