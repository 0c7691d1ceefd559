#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"

namespace kanon {

/// What a browser gets for an address.
struct HttpAnswer {
  int status = 200;
  std::string type;  ///< of the bytes, as MIME names it
  std::string bytes;
  std::string location{};  ///< where to instead, for a redirect
};

/// A web server for the browsers of this machine alone: it listens on 127.0.0.1, answers GET and HEAD, and refuses
/// requests that name another host (a page elsewhere that has its own name lead here: DNS rebinding).
class LocalServer {
 public:
  /// Gives the answer for a path, percent signs decoded and the query left off. Called from several threads.
  using Answer = std::function<HttpAnswer(const std::string& path)>;

  /// `events` is the path at which listeners are told of changes, as server-sent events (WHATWG HTML).
  LocalServer(Answer answer, std::string events);
  ~LocalServer();

  /// Begins to answer, in threads of its own, and gives the port: any that is free for 0. Fails where the port is
  /// taken.
  Result<std::uint16_t> start(std::uint16_t port);
  /// Tells every listener that there is something new, and those who come later what the newest is.
  void tell(const std::string& state);

 private:
  struct Running;
  std::unique_ptr<Running> running_;
};

}  // namespace kanon
