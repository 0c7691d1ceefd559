#pragma once

#include <string_view>

namespace kanon {

/// The JSON Schema (2020-12) of data/requirements.json.
std::string_view requirement_schema();

}  // namespace kanon
