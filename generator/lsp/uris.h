#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kanon::lsp {

/// The path of a `file:` URI of this machine (RFC 8089), percent-decoded; nothing for others, and for paths with `..`.
std::optional<std::string> path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view path);

}  // namespace kanon::lsp
