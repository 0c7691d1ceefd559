#pragma once

#include <map>
#include <string>

namespace kanon {

/// What asking for an address on the web led to.
struct WebAnswer {
  enum class Kind {
    not_asked,       ///< there was no time left
    answered,        ///< with an HTTP status
    no_address,      ///< what was asked for is no http or https address
    name_not_found,  ///< nobody knows a host of that name
    no_connection,   ///< the host refuses connections, or no way leads to it
    broken_off,      ///< the connection came about, but no HTTP answer over it
    timed_out,
    not_trusted,  ///< its certificate doesn't hold
    led_astray    ///< redirected in circles, too often, or to something else than http and https
  };
  Kind kind = Kind::not_asked;
  int status = 0;  ///< HTTP status after all redirects (RFC 9110, 15); only of `answered`

  friend bool operator==(const WebAnswer&, const WebAnswer&) = default;
};

/// Answers by the address that was asked for, without its fragment.
using WebAnswers = std::map<std::string, WebAnswer>;

}  // namespace kanon
