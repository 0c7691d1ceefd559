#pragma once

#include <optional>
#include <string>

namespace kanon {

/// An http or https address in the form that the network takes: a host in letters of ASCII (`xn--…`, UTS 46), other
/// bytes than a URL may hold percent-encoded (RFC 3986), no fragment.
struct WebAddress {
  std::string url;
  std::string host;  ///< scheme, host and port: what a connection leads to
};

/// Nothing if it is no such address.
std::optional<WebAddress> web_address(const std::string& written);

}  // namespace kanon
