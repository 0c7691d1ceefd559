#include "env/web_question.h"

#include <algorithm>

namespace kanon {
namespace {

/// A page that begins to arrive is there; the rest of it is of no interest.
std::size_t stop_at_once(char*, std::size_t, std::size_t, void*) { return CURL_WRITEFUNC_ERROR; }

WebAnswer answer_of(CURL* handle, CURLcode result) {
  using Kind = WebAnswer::Kind;
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  const WebAnswer answered{Kind::answered, static_cast<int>(status)};
  const bool is_final = status >= 200 && (status < 300 || status >= 400);
  switch (result) {
    case CURLE_OK:
      return answered;
    case CURLE_TOO_MANY_REDIRECTS:
      return {Kind::led_astray};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {Kind::name_not_found};
    case CURLE_COULDNT_CONNECT:
      return {Kind::no_connection};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {Kind::not_trusted};
    case CURLE_OPERATION_TIMEDOUT:
      return is_final ? answered : WebAnswer{Kind::timed_out};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      // The address asked for has the right form: it is a redirect's that has not, or the answer is no HTTP.
      return {status >= 300 ? Kind::led_astray : Kind::broken_off};
    default:
      return is_final ? answered : WebAnswer{Kind::broken_off};
  }
}

/// Some servers answer HEAD with an error although the page is there, and some break off. Where it asks who one is
/// (401) or to slow down (429), asking again helps nobody.
bool may_differ_with_get(const WebAnswer& answer) {
  if (answer.kind == WebAnswer::Kind::broken_off) return true;
  return answer.kind == WebAnswer::Kind::answered && answer.status >= 400 && answer.status != 401 &&
         answer.status != 429;
}

}  // namespace

WebQuestion::WebQuestion(std::size_t index, const std::string& url, std::chrono::milliseconds time_limit,
                         long redirects)
    : handle_(curl_easy_init(), curl_easy_cleanup), index_(index), deadline_(Clock::now() + time_limit) {
  if (!handle_) return;
  const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(handle(), option, value); };
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_NOBODY, 1L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, redirects);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_USERAGENT, "kanon/" KANON_VERSION);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(time_limit.count()));
  // Else a name server that is silent holds the program up beyond the limit.
  set(CURLOPT_QUICK_EXIT, 1L);
  set(CURLOPT_WRITEFUNCTION, stop_at_once);
}

WebQuestion& WebQuestion::of(CURL* handle) {
  void* question = nullptr;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &question);
  return *static_cast<WebQuestion*>(question);
}

bool WebQuestion::take(CURLcode result) {
  const WebAnswer answer = answer_of(handle(), result);
  if (with_get_ && answer.kind != WebAnswer::Kind::answered) return true;
  answer_ = answer;
  if (with_get_ || !may_differ_with_get(answer) || Clock::now() >= deadline_) return true;
  ask_with_get();
  return false;
}

bool WebQuestion::is_of_the_host_asked() const {
  long redirects = 0;
  curl_easy_getinfo(handle(), CURLINFO_REDIRECT_COUNT, &redirects);
  return redirects == 0;
}

void WebQuestion::ask_with_get() {
  with_get_ = true;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - Clock::now());
  curl_easy_setopt(handle(), CURLOPT_HTTPGET, 1L);
  curl_easy_setopt(handle(), CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(left.count(), 1)));
}

}  // namespace kanon
