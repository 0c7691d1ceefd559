#pragma once

#include <optional>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// A governing document's front matter (contract, section 3); nothing where there is no id to call it by.
std::optional<Document> read_document(Reading& reading);

}  // namespace kanon
