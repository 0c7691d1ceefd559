#pragma once

#include <expected>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace kanon::lsp {

using Json = nlohmann::json;

/// Error codes of JSON-RPC 2.0 and of the Language Server Protocol.
enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_failed = -32803
};

/// What a request is answered with in place of a result.
struct Refusal {
  ErrorCode code{};
  Message message;
};
using Answer = std::expected<Json, Refusal>;

inline std::unexpected<Refusal> refuse(ErrorCode code, Message message) {
  return std::unexpected(Refusal{code, std::move(message)});
}

/// A message's body as JSON: an object, no deeper than any client nests.
std::expected<Json, Refusal> parse_body(std::string_view body);

std::string response(const Json& id, const Answer& answer, Language language);
std::string notification(std::string_view method, Json params);
std::string request(int id, std::string_view method, Json params);

/// A member of an object, by path; null where there is none or something on the way is no object.
const Json* member(const Json& object, std::initializer_list<std::string_view> path);
/// The text there; empty where there is none.
std::string text_at(const Json& object, std::initializer_list<std::string_view> path);
/// The whole number there that is not negative, at most 2³¹ − 1 as in the protocol's `uinteger`; nothing for others.
std::optional<std::uint32_t> number_at(const Json& object, std::initializer_list<std::string_view> path);

}  // namespace kanon::lsp
