#include "emit/json_data.h"

#include "base/text.h"
#include "emit/html/hrefs.h"

namespace kanon {

using Json = nlohmann::ordered_json;

std::string json_bytes(const Json& json) {
  // Outside strings JSON has no `<`.
  return replace_all(json.dump(1, ' ', false, Json::error_handler_t::replace), "<", "\\u003c") + "\n";
}

std::string schema_bytes(const Config& config, std::string_view address, std::string_view schema) {
  const Json read = Json::parse(schema);
  Json named;
  named["$schema"] = read["$schema"];
  if (!config.base_url.empty()) named["$id"] = absolute_url(config, std::string(address));
  named.update(read);
  return json_bytes(named);
}

std::string json_for_html(const Json& json) {
  const std::string bytes = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(bytes.size());
  // These stand in JSON's strings alone, so that their escapes can replace them wherever they are.
  for (const char c : bytes) {
    switch (c) {
      case '<':
        safe += "\\u003c";
        break;
      case '>':
        safe += "\\u003e";
        break;
      case '&':
        safe += "\\u0026";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(std::optional<Date> day) { return day ? Json(day->iso()) : Json(nullptr); }

}  // namespace kanon
