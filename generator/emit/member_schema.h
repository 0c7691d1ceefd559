#pragma once

#include <string_view>

namespace kanon {

/// The JSON Schema (2020-12) of data/members.json.
std::string_view member_schema();

}  // namespace kanon
