#include "emit/json_data.h"

#include "base/text.h"

namespace kanon {

using Json = nlohmann::ordered_json;

std::string json_bytes(const Json& json) {
  // Outside strings JSON has no `<`.
  return replace_all(json.dump(1, ' ', false, Json::error_handler_t::replace), "<", "\\u003c") + "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(std::optional<Date> day) { return day ? Json(day->iso()) : Json(nullptr); }

}  // namespace kanon
