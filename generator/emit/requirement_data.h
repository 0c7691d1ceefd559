#pragma once

#include <vector>

#include "emit/artifact.h"
#include "plan/site.h"

namespace kanon {

/// The requirement catalogs that this audience sees, each as its own address shows it, for machines:
///
/// data/requirements.json: `{"version":1,"catalogs":[…],"requirements":[…]}`. A requirement is told once, with the
/// catalog that has it; what a catalog inherits is found through `extends`. What isn't known is null, or an empty list.
/// Addresses begin at the site's own folder.
///
/// data/requirements.schema.json: what that file holds, as a JSON Schema (2020-12).
std::vector<Artifact> emit_requirement_data(const Site& site);

}  // namespace kanon
