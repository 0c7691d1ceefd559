#include "emit/json_bytes.h"

#include "base/text.h"

namespace kanon {

std::string json_bytes(const nlohmann::ordered_json& json) {
  using Json = nlohmann::ordered_json;
  // Outside strings JSON has no `<`.
  return replace_all(json.dump(1, ' ', false, Json::error_handler_t::replace), "<", "\\u003c") + "\n";
}

}  // namespace kanon
