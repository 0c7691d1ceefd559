#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace kanon {

/// JSON as a file of the site (RFC 8259, UTF-8): readable, the same bytes every time, and without `<`, so that a server
/// that calls it HTML does no harm.
std::string json_bytes(const nlohmann::ordered_json& json);

}  // namespace kanon
