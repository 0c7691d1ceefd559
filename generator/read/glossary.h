#pragma once

#include <vector>

#include "model/items.h"
#include "read/mapping_findings.h"

namespace kanon {

/// The terms of glossary.yaml, in the order of the file; those without an id are left out.
std::vector<Term> read_glossary(Reading& reading);

}  // namespace kanon
