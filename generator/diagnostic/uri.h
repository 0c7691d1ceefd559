#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// A relative path as a relative URI reference (RFC 3986): everything but unreserved characters and `/`
/// percent-encoded.
std::string path_as_uri(std::string_view path);

}  // namespace kanon
