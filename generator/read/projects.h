#pragma once

#include <optional>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A project's front matter (contract, section 1); nothing where there is no id to call it by.
std::optional<Project> read_pact_project(Reading& reading);

}  // namespace kanon
