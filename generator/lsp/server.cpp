#include "lsp/server.h"

#include <deque>
#include <variant>

#include "lsp/open_project.h"
#include "lsp/requests.h"

namespace kanon::lsp {
namespace {

/// What the server's own thread waits for: messages in order, and that something else happened.
class Inbox {
 public:
  using Entry = std::variant<Json, Refusal>;

  void put(Entry entry) {
    {
      const std::scoped_lock lock(mutex_);
      entries_.push_back(std::move(entry));
    }
    arrived_.notify_one();
  }
  void wake() {
    {
      const std::scoped_lock lock(mutex_);
      woken_ = true;
    }
    arrived_.notify_one();
  }
  void end() {
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
    }
    arrived_.notify_one();
  }

  enum class Happened { entry, woken, due, ended };
  Happened wait(std::optional<OpenProject::Clock::time_point> due, Entry& entry) {
    std::unique_lock lock(mutex_);
    const auto something = [this] { return !entries_.empty() || woken_ || ended_; };
    if (due) {
      if (!arrived_.wait_until(lock, *due, something)) return Happened::due;
    } else {
      arrived_.wait(lock, something);
    }
    if (!entries_.empty()) {
      entry = std::move(entries_.front());
      entries_.pop_front();
      return Happened::entry;
    }
    if (ended_) return Happened::ended;
    woken_ = false;
    return Happened::woken;
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Entry> entries_;
  bool woken_ = false;
  bool ended_ = false;
};

/// Reads until the input ends, or the client says `exit`: nothing comes after that.
void read_messages(const MessageStream::Read& read, Inbox& inbox) {
  MessageStream stream(read);
  while (true) {
    Incoming incoming = stream.next();
    if (incoming.kind == Incoming::Kind::end) break;
    if (incoming.kind == Incoming::Kind::too_large) {
      inbox.put(Refusal{ErrorCode::invalid_request, {"Beskeden er for stor", "The message is too large"}});
    } else if (incoming.kind == Incoming::Kind::no_length) {
      inbox.put(
          Refusal{ErrorCode::invalid_request, {"Beskeden mangler Content-Length", "The message lacks Content-Length"}});
    } else if (auto message = parse_body(incoming.body)) {
      const bool last = text_at(*message, {"method"}) == "exit";
      inbox.put(std::move(*message));
      if (last) break;
    } else {
      inbox.put(std::move(message.error()));
    }
  }
  inbox.end();
}

class Server {
 public:
  Server(const ServerSettings& settings, Inbox& inbox)
      : settings_(settings),
        inbox_(inbox),
        state_{
            {settings.disk, settings.today, settings.make_parsers, settings.language, Encoding::utf16, settings.pause},
            settings.make_parsers(),
            [this](const std::string& message) { send(message); },
            [this] { inbox_.wake(); }} {}

  int run() {
    while (!exited_) {
      Inbox::Entry entry;
      switch (inbox_.wait(state_.next_due(), entry)) {
        case Inbox::Happened::entry:
          take(entry);
          break;
        case Inbox::Happened::woken:
          state_.say_findings();
          break;
        case Inbox::Happened::due:
          state_.check_what_is_due();
          break;
        case Inbox::Happened::ended:
          return shut_down_ ? 0 : 1;
      }
    }
    return shut_down_ ? 0 : 1;
  }

 private:
  void send(const std::string& message) {
    if (!settings_.write(framed(message))) exited_ = true;  // nobody listens any more
  }

  void take(const Inbox::Entry& entry) {
    if (const auto* refusal = std::get_if<Refusal>(&entry))
      return send(response(nullptr, std::unexpected(*refusal), language()));
    const Json& message = std::get<Json>(entry);
    const Json* id = member(message, {"id"});
    const Json* method = member(message, {"method"});
    const bool has_id = id != nullptr && (id->is_string() || id->is_number_integer());
    if (method == nullptr || !method->is_string()) {
      const bool is_response = message.contains("result") || message.contains("error");
      if (!is_response) {
        send(
            response(has_id ? *id : Json(nullptr),
                     refuse(ErrorCode::invalid_request, {"Beskeden har ingen «method»", "The message has no “method”"}),
                     language()));
      }
      return;
    }
    static const Json nothing = Json::object();
    const Json* params = member(message, {"params"});
    if (!has_id) return notified(method->get<std::string>(), params == nullptr ? nothing : *params);
    const Answer answer = answered(method->get<std::string>(), params == nullptr ? nothing : *params);
    send(response(*id, answer, language()));
  }

  Answer answered(const std::string& method, const Json& params) {
    try {
      if (method == "initialize") return initialize(params);
      if (!initialized_)
        return refuse(ErrorCode::not_initialized, {"Begynd med «initialize»", "Begin with “initialize”"});
      if (shut_down_)
        return refuse(ErrorCode::invalid_request, {"Serveren er lukket ned", "The server has been shut down"});
      if (method == "shutdown") {
        shut_down_ = true;
        return Json(nullptr);
      }
      return answer_request(state_, method, params);
    } catch (const std::exception& error) {
      return refuse(ErrorCode::internal_error, message("Noget gik galt: {}", "Something went wrong: {}", error.what()));
    }
  }

  void notified(const std::string& method, const Json& params) {
    if (method == "exit") {
      exited_ = true;
    } else if (method == "initialized" && initialized_) {
      if (state_.watches_files) send(request(1, "client/registerCapability", watched_files()));
    } else if (initialized_ && !shut_down_) {
      try {
        take_notification(state_, method, params);
      } catch (const std::exception&) {
        // a notification can't be answered; the next one is taken as if this had not come
        return;
      }
    }
  }

  Answer initialize(const Json& params) {
    if (initialized_)
      return refuse(ErrorCode::invalid_request, {"Serveren er allerede i gang", "The server has begun already"});
    initialized_ = true;
    return begin(state_, params);
  }

  Language language() const { return settings_.language.value_or(state_.language()); }

  const ServerSettings& settings_;
  Inbox& inbox_;
  ServerState state_;
  bool initialized_ = false;
  bool shut_down_ = false;
  bool exited_ = false;
};

}  // namespace

int serve(const ServerSettings& settings) {
  Inbox inbox;
  int status = 1;
  {
    std::jthread reader([&] { read_messages(settings.read, inbox); });
    status = Server(settings, inbox).run();
  }
  return status;
}

}  // namespace kanon::lsp
