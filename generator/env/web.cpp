#include "env/web.h"

#include <curl/curl.h>

#include <deque>
#include <map>
#include <memory>
#include <unordered_map>

#include "env/web_address.h"
#include "env/web_question.h"

namespace kanon {
namespace {

using Clock = std::chrono::steady_clock;

/// So many addresses in a row that a host leaves without an answer in time; then it isn't asked for its others.
constexpr std::size_t kMostSilences = 3;
/// How long to wait for the network before looking at the clock again.
constexpr int kPatience = 200;  // milliseconds

/// A host with the addresses that it is still to be asked for.
struct Host {
  std::deque<std::pair<std::size_t, std::string>> waiting;  ///< the position and the URL of each
  std::size_t under_way = 0;
  std::size_t silences = 0;
  bool is_in_line = false;
};

/// Asks for a list of addresses, some at a time, each host in its turn.
class Inquiry {
 public:
  Inquiry(const WebLimits& limits, const std::vector<std::string>& urls, const Web::Progress& progress)
      : limits_(limits), progress_(progress), answers_(urls.size()), hosts_of_(urls.size()) {
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < urls.size(); ++i) {
      const auto [known, is_new] = first.emplace(urls[i], i);
      same_as_.push_back(known->second);
      if (is_new) add(i, urls[i]);
    }
    distinct_ = first.size();
  }
  ~Inquiry() {
    for (const auto& [handle, question] : under_way_) curl_multi_remove_handle(multi_.get(), handle);
  }
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  Result<std::vector<WebAnswer>> finish() {
    if (!multi_) return failure({"Netværket kan ikke bruges", "The network can't be used"});
    const auto deadline = Clock::now() + limits_.all;
    for (begin_more(); !under_way_.empty() && Clock::now() < deadline; begin_more()) {
      int running = 0;
      curl_multi_perform(multi_.get(), &running);
      if (const auto collected = collect(); !collected) return std::unexpected(collected.error());
      if (progress_) progress_(settled_, distinct_);
      if (running > 0) curl_multi_poll(multi_.get(), nullptr, 0, kPatience, nullptr);
    }
    for (std::size_t i = 0; i < answers_.size(); ++i) answers_[i] = answers_[same_as_[i]];
    return std::move(answers_);
  }

 private:
  void add(std::size_t index, const std::string& url) {
    const auto address = web_address(url);
    if (!address) return settle(index, {WebAnswer::Kind::no_address});
    Host& host = hosts_[address->host];
    hosts_of_[index] = &host;
    host.waiting.emplace_back(index, address->url);
    line_up(host);
  }

  void begin_more() {
    while (under_way_.size() < limits_.at_a_time && !ready_.empty()) {
      Host& host = *ready_.front();
      ready_.pop_front();
      host.is_in_line = false;
      if (host.waiting.empty()) continue;
      const auto [index, url] = std::move(host.waiting.front());
      host.waiting.pop_front();
      auto question = std::make_unique<WebQuestion>(index, url, limits_.each, limits_.redirects);
      CURL* handle = question->handle();
      if (handle == nullptr || curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) {
        settle(index, {});
      } else {
        under_way_.emplace(handle, std::move(question));
        ++host.under_way;
      }
      line_up(host);
    }
  }

  /// A host stands in the line when it can be asked more, and once.
  void line_up(Host& host) {
    if (host.is_in_line || host.waiting.empty() || host.under_way >= limits_.at_a_time_of_a_host) return;
    ready_.push_back(&host);
    host.is_in_line = true;
  }

  Result<void> collect() {
    int left = 0;
    while (const CURLMsg* report = curl_multi_info_read(multi_.get(), &left)) {
      if (report->msg != CURLMSG_DONE) continue;
      CURL* handle = report->easy_handle;
      const CURLcode result = report->data.result;
      curl_multi_remove_handle(multi_.get(), handle);
      if (const auto possible = asking_is_possible(result); !possible) {
        under_way_.erase(handle);
        return possible;
      }
      WebQuestion& question = WebQuestion::of(handle);
      if (!question.take(result) && curl_multi_add_handle(multi_.get(), handle) == CURLM_OK) continue;
      conclude(question);
      under_way_.erase(handle);
    }
    return {};
  }

  /// What is wrong on this machine says nothing of any address.
  static Result<void> asking_is_possible(CURLcode result) {
    if (result == CURLE_COULDNT_RESOLVE_PROXY)
      return failure({"Den proxy, der skal bruges til nettet, blev ikke fundet",
                      "The proxy that leads to the network was not found"},
                     {"Ret adressen i miljøvariablerne http_proxy og https_proxy.",
                      "Correct the address in the environment variables http_proxy and https_proxy."});
    if (result == CURLE_SSL_CACERT_BADFILE)
      return failure({"Maskinens liste over dem, der udsteder certifikater, kan ikke læses",
                      "The machine's list of those who issue certificates can't be read"},
                     {"Installér pakken ca-certificates.", "Install the package ca-certificates."});
    return {};
  }

  void conclude(const WebQuestion& question) {
    using Kind = WebAnswer::Kind;
    const WebAnswer& answer = question.answer();
    settle(question.index(), answer);
    Host& host = *hosts_of_[question.index()];
    --host.under_way;
    if (question.is_of_the_host_asked()) {
      host.silences = answer.kind == Kind::timed_out ? host.silences + 1 : 0;
      if (answer.kind == Kind::name_not_found || answer.kind == Kind::no_connection || host.silences >= kMostSilences)
        give_up(host, answer);
    }
    line_up(host);
  }

  void give_up(Host& host, const WebAnswer& answer) {
    for (const auto& [index, url] : host.waiting) settle(index, answer);
    host.waiting.clear();
  }

  void settle(std::size_t index, const WebAnswer& answer) {
    answers_[index] = answer;
    ++settled_;
  }

  struct Cleanup {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };

  const WebLimits& limits_;
  const Web::Progress& progress_;
  std::vector<WebAnswer> answers_;
  std::vector<std::size_t> same_as_;  ///< for each address the first that is the same
  std::size_t settled_ = 0;
  std::size_t distinct_ = 0;
  std::unordered_map<std::string, Host> hosts_;
  std::vector<Host*> hosts_of_;  ///< of each address
  std::deque<Host*> ready_;
  std::unique_ptr<CURLM, Cleanup> multi_{curl_multi_init()};
  std::unordered_map<CURL*, std::unique_ptr<WebQuestion>> under_way_;
};

}  // namespace

Result<std::vector<WebAnswer>> RealWeb::ask(const std::vector<std::string>& urls, const Progress& progress) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) return failure({"Netværket kan ikke bruges", "The network can't be used"});
  return Inquiry(limits_, urls, progress).finish();
}

}  // namespace kanon
