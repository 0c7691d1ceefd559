#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "env/descriptor.h"

namespace kanon {

/// A web server on 127.0.0.1 for one test. `answer` gets the first line of each request (`HEAD /a HTTP/1.1`) and gives
/// the bytes of the response; empty: the connection then stays silent as long as the client and the server last.
class LocalServer {
 public:
  explicit LocalServer(std::function<std::string(const std::string& request)> answer) : answer_(std::move(answer)) {
    listener_ = Descriptor(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    is_up_ = ::bind(listener_.number(), plain, size) == 0 && ::listen(listener_.number(), 64) == 0 &&
             ::getsockname(listener_.number(), plain, &size) == 0;
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;
  ~LocalServer() {
    stopping_ = true;
    acceptor_.join();
    for (auto& conversation : conversations_) conversation.join();
  }

  bool is_up() const { return is_up_; }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  /// The first lines of the requests and how often each came, and the most conversations that went on at once.
  std::map<std::string, int> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }
  std::string last_request() const {
    const std::lock_guard lock(mutex_);
    return last_;
  }
  int most_at_once() const { return most_; }

 private:
  void accept_all() {
    while (!stopping_) {
      if (!has_something(listener_)) continue;
      Descriptor client(::accept(listener_.number(), nullptr, nullptr));
      if (client.is_open()) conversations_.emplace_back([this, client = std::move(client)] { converse(client); });
    }
  }

  static bool has_something(const Descriptor& socket) {
    pollfd one{socket.number(), POLLIN, 0};
    return ::poll(&one, 1, 20) > 0;
  }

  void converse(const Descriptor& client) {
    most_ = std::max(most_.load(), ++going_on_);
    std::string heard;
    std::array<char, 4096> buffer;
    while (!stopping_) {
      if (!has_something(client)) continue;
      const ssize_t count = ::recv(client.number(), buffer.data(), buffer.size(), 0);
      if (count <= 0) break;
      heard.append(buffer.data(), static_cast<std::size_t>(count));
      if (heard.find("\r\n\r\n") == std::string::npos) continue;
      const std::string response = respond(heard);
      heard.clear();
      if (response.empty()) continue;
      ::send(client.number(), response.data(), response.size(), MSG_NOSIGNAL);
      break;
    }
    --going_on_;
  }

  std::string respond(const std::string& request) {
    const std::string first_line = request.substr(0, request.find("\r\n"));
    {
      const std::lock_guard lock(mutex_);
      ++requests_[first_line.substr(0, first_line.rfind(' '))];
      last_ = request;
    }
    return answer_(first_line);
  }

  std::function<std::string(const std::string&)> answer_;
  Descriptor listener_;
  bool is_up_ = false;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> going_on_ = 0;
  std::atomic<int> most_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, int> requests_;
  std::string last_;
  std::vector<std::thread> conversations_;
  std::thread acceptor_;
};

}  // namespace kanon
