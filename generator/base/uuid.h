#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// The UUID of a name: version 5 of RFC 9562 (SHA-1), below the namespace of URLs. The same name has the same UUID.
std::string uuid_of(std::string_view name);

}  // namespace kanon
