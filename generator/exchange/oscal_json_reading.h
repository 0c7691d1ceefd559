#pragma once

#include <string>

#include "base/result.h"
#include "read/oscal.h"

namespace kanon {

/// The OSCAL catalog of a JSON text, with or without the object around it that says `catalog`. Fails where the text is
/// no JSON, is nested too deeply, or holds another document.
Result<OscalCatalog> read_oscal_json(const std::string& text);

}  // namespace kanon
