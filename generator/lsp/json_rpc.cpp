#include "lsp/json_rpc.h"

namespace kanon::lsp {
namespace {

constexpr int kDeepest = 100;

bool is_too_deep(std::string_view body) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::expected<Json, Refusal> parse_body(std::string_view body) {
  if (is_too_deep(body)) {
    return refuse(ErrorCode::invalid_request, {"Beskeden har for mange niveauer", "The message is nested too deeply"});
  }
  Json json = Json::parse(body, nullptr, false);
  if (json.is_discarded()) return refuse(ErrorCode::parse_error, {"Beskeden er ikke JSON", "The message is no JSON"});
  if (!json.is_object()) {
    return refuse(ErrorCode::invalid_request, {"Beskeden er ikke et objekt", "The message is no object"});
  }
  return json;
}

std::string response(const Json& id, const Answer& answer, Language language) {
  Json json{{"jsonrpc", "2.0"}, {"id", id}};
  if (answer) {
    json["result"] = *answer;
  } else {
    json["error"] = {{"code", static_cast<int>(answer.error().code)}, {"message", answer.error().message.in(language)}};
  }
  return dumped(json);
}

std::string notification(std::string_view method, Json params) {
  return dumped({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

std::string request(int id, std::string_view method, Json params) {
  return dumped({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

const Json* member(const Json& object, std::initializer_list<std::string_view> path) {
  const Json* at = &object;
  for (const std::string_view name : path) {
    if (!at->is_object()) return nullptr;
    const auto found = at->find(name);
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

std::string text_at(const Json& object, std::initializer_list<std::string_view> path) {
  const Json* found = member(object, path);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::uint32_t> number_at(const Json& object, std::initializer_list<std::string_view> path) {
  const Json* found = member(object, path);
  if (found == nullptr || !found->is_number_integer()) return std::nullopt;
  const auto value = found->get<std::int64_t>();
  if (value < 0 || value > 0x7FFFFFFF) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

}  // namespace kanon::lsp
