#pragma once

#include <optional>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A member's front matter (contract, section 4); nothing where there is no id to call it by. The contact is checked
/// and let go: it is never published, so the model never holds it.
std::optional<Member> read_member(Reading& reading);

}  // namespace kanon
