#pragma once

#include <string>
#include <vector>

#include "plan/responsibilities.h"

namespace kanon {

/// Where the page of what applies to whom has each role: `_role-it-drift`. No two share one.
std::vector<std::string> role_anchors(const std::vector<Responsibility>& roles);

}  // namespace kanon
