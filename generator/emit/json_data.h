#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/date.h"

namespace kanon {

// What the site's data files have in common.

/// JSON as a file of the site (RFC 8259, UTF-8): readable, the same bytes every time, and without `<`, so that a server
/// that calls it HTML does no harm.
std::string json_bytes(const nlohmann::ordered_json& json);

/// What an item doesn't have is null.
nlohmann::ordered_json text_or_null(const std::string& text);
nlohmann::ordered_json day_or_null(std::optional<Date> day);

}  // namespace kanon
