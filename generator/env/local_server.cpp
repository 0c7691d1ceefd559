#include "env/local_server.h"

#include <httplib.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kanon {
namespace {

/// A page that listens keeps a thread busy: so many may, and there are threads left for the others' requests.
constexpr std::size_t most_listeners = 32;
constexpr std::size_t threads = most_listeners + 16;
/// A comment in between tells that a listener has gone.
constexpr std::chrono::seconds heartbeat{10};
constexpr const char* address = "127.0.0.1";

}  // namespace

struct LocalServer::Running {
  Running(Answer answer, std::string events) : answer(std::move(answer)), events(std::move(events)) {}

  bool is_ours(const httplib::Request& request) const {
    const std::string host = request.get_header_value("Host");
    for (const char* name : {"127.0.0.1", "localhost", "[::1]"}) {
      if (host == std::string(name) + ":" + std::to_string(port)) return true;
    }
    return false;
  }

  void respond(const httplib::Request& request, httplib::Response& response) const {
    const HttpAnswer made = answer(request.path);
    response.status = made.status;
    if (!made.location.empty()) response.set_header("Location", made.location);
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_content(made.bytes, made.type.empty() ? "text/plain; charset=utf-8" : made.type.c_str());
  }

  void listen_to_changes(httplib::Response& response) {
    {
      const std::lock_guard lock(mutex);
      if (listeners == most_listeners) {
        response.status = 503;
        return;
      }
      ++listeners;
    }
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, known = std::string()](std::size_t, httplib::DataSink& sink) mutable { return send_next(known, sink); },
        [this](bool) {
          const std::lock_guard lock(mutex);
          --listeners;
        });
  }

  bool send_next(std::string& known, httplib::DataSink& sink) {
    std::string line = ":\n\n";
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, heartbeat, [&] { return stopping || state != known; });
      if (stopping) return false;
      if (state != known) {
        known = state;
        line = "data: " + known + "\n\n";
      }
    }
    return sink.write(line.data(), line.size());
  }

  Answer answer;
  std::string events;
  std::uint16_t port = 0;
  httplib::Server server;
  std::thread thread;
  std::mutex mutex;
  std::condition_variable changed;
  std::string state;
  std::size_t listeners = 0;
  bool stopping = false;
};

LocalServer::LocalServer(Answer answer, std::string events)
    : running_(std::make_unique<Running>(std::move(answer), std::move(events))) {}

LocalServer::~LocalServer() {
  {
    const std::lock_guard lock(running_->mutex);
    running_->stopping = true;
  }
  running_->changed.notify_all();
  running_->server.stop();
  if (running_->thread.joinable()) running_->thread.join();
}

Result<std::uint16_t> LocalServer::start(std::uint16_t port) {
  Running& running = *running_;
  running.server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  running.server.set_keep_alive_timeout(2);
  running.server.set_pre_routing_handler([&running](const httplib::Request& request, httplib::Response& response) {
    using Handled = httplib::Server::HandlerResponse;
    if (!running.is_ours(request)) {
      response.status = 403;
      response.set_content("kanon serve answers only to 127.0.0.1 and localhost\n", "text/plain");
      return Handled::Handled;
    }
    if (request.method != "GET" && request.method != "HEAD") {
      response.status = 405;
      response.set_header("Allow", "GET, HEAD");
      return Handled::Handled;
    }
    return Handled::Unhandled;
  });
  running.server.Get(".*", [&running](const httplib::Request& request, httplib::Response& response) {
    if (request.path == running.events)
      running.listen_to_changes(response);
    else
      running.respond(request, response);
  });
  // Whoever takes a port that is taken already would answer some of the other program's requests.
  running.server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  const int bound = port == 0 ? running.server.bind_to_any_port(address)
                              : (running.server.bind_to_port(address, port) ? static_cast<int>(port) : -1);
  if (bound < 0) {
    return wrong_use(message("Port {} på 127.0.0.1 kan ikke bruges: et andet program har den nok",
                             "Port {} of 127.0.0.1 can't be used: another program probably has it", port),
                     {"Vælg en anden med --port, eller --port 0 for en, der er ledig.",
                      "Choose another with --port, or --port 0 for one that is free."});
  }
  running.port = static_cast<std::uint16_t>(bound);
  running.thread = std::thread([&running] { running.server.listen_after_bind(); });
  return running.port;
}

void LocalServer::tell(const std::string& state) {
  {
    const std::lock_guard lock(running_->mutex);
    running_->state = state;
  }
  running_->changed.notify_all();
}

}  // namespace kanon
