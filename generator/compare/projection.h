#pragma once

#include <string>

#include "compare/redline.h"

namespace kanon {

// What a redline says of either text, in one canonical form: a line a block with its form, its words with their formats
// in braces, children indented. Two bodies have equal canonical forms exactly when they say the same.

/// The text when every change is taken back.
std::string rejected(const Redline& redline);
/// The text when every change is taken over.
std::string accepted(const Redline& redline);
/// The form of a body itself: what rejected() or accepted() must give.
std::string canonical(const ParsedFile& body);

}  // namespace kanon
