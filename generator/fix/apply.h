#pragma once

#include <string>
#include <vector>

#include "fix/fix.h"

namespace kanon {

/// The first of a file's fixes that don't meet: each ends before the next begins. Those left out wait for another
/// round.
std::vector<const Fix*> compatible(std::vector<const Fix*> fixes);

/// The file's bytes with the edits of fixes that don't meet.
std::string fixed(std::string_view bytes, const std::vector<const Fix*>& fixes);

/// What changed in a file, as `diff -u` writes it; empty where nothing did.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace kanon
