#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "model/config.h"

namespace kanon {

// What the site's data files have in common.

/// JSON as a file of the site (RFC 8259, UTF-8): readable, the same bytes every time, and without `<`, so that a server
/// that calls it HTML does no harm.
std::string json_bytes(const nlohmann::ordered_json& json);

/// A JSON Schema as a file of the site, with the address that it is found at as its `$id`, where the site knows its
/// own.
std::string schema_bytes(const Config& config, std::string_view address, std::string_view schema);
/// JSON on one line for a `<script>` element: whatever HTML could take for markup is written as an escape.
std::string json_for_html(const nlohmann::ordered_json& json);

/// What an item doesn't have is null.
nlohmann::ordered_json text_or_null(const std::string& text);
nlohmann::ordered_json day_or_null(std::optional<Date> day);

}  // namespace kanon
