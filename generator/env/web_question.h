#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>

#include "base/web_answer.h"

namespace kanon {

/// One address as libcurl asks for it.
class WebQuestion {
 public:
  using Clock = std::chrono::steady_clock;

  WebQuestion(std::size_t index, const std::string& url, std::chrono::milliseconds time_limit, long redirects);
  WebQuestion(const WebQuestion&) = delete;
  WebQuestion& operator=(const WebQuestion&) = delete;

  CURL* handle() const { return handle_.get(); }
  /// The position of its address in the list asked.
  std::size_t index() const { return index_; }
  /// The question that a handle belongs to.
  static WebQuestion& of(CURL* handle);

  /// Takes in how asking ended. False: it is to be asked once more, with GET.
  bool take(CURLcode result);
  const WebAnswer& answer() const { return answer_; }
  /// Whether the answer speaks of the host that was asked, not of one that it redirected to.
  bool is_of_the_host_asked() const;

 private:
  void ask_with_get();

  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::size_t index_;
  Clock::time_point deadline_;
  WebAnswer answer_;
  bool with_get_ = false;
};

}  // namespace kanon
