#include "env/web.h"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <ostream>

#include "env/web_address.h"
#include "unit/env/local_server.h"

using namespace kanon;
using namespace std::chrono_literals;
using Kind = WebAnswer::Kind;

namespace {

std::string status(int number, const std::string& headers = {}) {
  return "HTTP/1.1 " + std::to_string(number) + " X\r\nContent-Length: 0\r\nConnection: close\r\n" + headers + "\r\n";
}

std::string redirect(const std::string& target) { return status(302, "Location: " + target + "\r\n"); }

/// Answers by path and method.
std::string answer_of(const std::string& request) {
  const auto asks = [&](const std::string& begin) { return request.starts_with(begin + " "); };
  const auto is_for = [&](const std::string& path) { return request.find(" " + path + " ") != std::string::npos; };
  if (asks("GET /picky")) return "HTTP/1.1 200 X\r\nContent-Length: 1000000000\r\n\r\nThe page begins";
  if (asks("GET /broken-head")) return status(200);
  if (asks("HEAD /picky")) return status(405);
  if (asks("HEAD /broken-head")) return "what\r\n";
  if (is_for("/there")) return status(200);
  if (is_for("/gone")) return status(404);
  if (is_for("/login")) return status(401);
  if (is_for("/moved")) return redirect("/there");
  if (is_for("/loop")) return redirect("/loop");
  if (is_for("/to-file")) return redirect("file:///etc/passwd");
  if (is_for("/to-nobody")) return redirect("http://nobody.invalid/");
  if (request.find("/silent") != std::string::npos) return {};
  if (request.find("/many/") != std::string::npos) std::this_thread::sleep_for(5ms);
  return status(200);
}

WebLimits quick() {
  WebLimits limits;
  limits.each = 3s;
  limits.all = 20s;
  return limits;
}

}  // namespace

namespace kanon {

std::ostream& operator<<(std::ostream& out, const WebAnswer& answer) {
  return out << "kind " << static_cast<int>(answer.kind) << " status " << answer.status;
}

}  // namespace kanon

namespace {

std::vector<WebAnswer> ask(const std::vector<std::string>& urls, const WebLimits& limits = quick()) {
  // What the machine's own proxy would say of 127.0.0.1 is no part of these tests.
  setenv("no_proxy", "*", 1);
  const auto answers = RealWeb(limits).ask(urls, {});
  REQUIRE(answers);
  REQUIRE(answers->size() == urls.size());
  return *answers;
}

WebAnswer answered(int number) { return {Kind::answered, number}; }

}  // namespace

TEST_CASE("answers stand in the order asked, and each address is asked for once") {
  const LocalServer server(answer_of);
  REQUIRE(server.is_up());
  const auto answers = ask({server.url("/gone"), server.url("/there"), server.url("/gone"), server.url("/moved")});
  CHECK(answers == std::vector{answered(404), answered(200), answered(404), answered(200)});
  CHECK(server.requests() ==
        std::map<std::string, int>{{"HEAD /gone", 1}, {"GET /gone", 1}, {"HEAD /there", 2}, {"HEAD /moved", 1}});
}

TEST_CASE("where HEAD gets nothing that counts, GET decides, without reading the page") {
  const LocalServer server(answer_of);
  CHECK(ask({server.url("/picky"), server.url("/broken-head"), server.url("/login")}) ==
        std::vector{answered(200), answered(200), answered(401)});
  CHECK(server.requests().count("GET /login") == 0);
}

TEST_CASE("redirects end somewhere on the web, or are told") {
  const LocalServer server(answer_of);
  CHECK(ask({server.url("/loop"), server.url("/to-file"), server.url("/to-nobody"), server.url("/there")}) ==
        std::vector<WebAnswer>{{Kind::led_astray}, {Kind::led_astray}, {Kind::name_not_found}, answered(200)});
  CHECK(server.requests().at("HEAD /loop") == 6);
}

TEST_CASE("a silent server costs its time limit, and not one for each address") {
  const LocalServer server(answer_of);
  WebLimits limits = quick();
  limits.each = 200ms;
  std::vector<std::string> urls;
  for (int i = 0; i < 100; ++i) urls.push_back(server.url("/silent" + std::to_string(i)));
  const auto begun = std::chrono::steady_clock::now();
  CHECK(ask(urls, limits) == std::vector<WebAnswer>(100, {Kind::timed_out}));
  CHECK(std::chrono::steady_clock::now() - begun < 5s);
  CHECK(server.requests().size() < 12);
}

TEST_CASE("what there is no time for is not asked") {
  const LocalServer server(answer_of);
  WebLimits limits = quick();
  limits.all = 100ms;
  CHECK(ask({server.url("/silent")}, limits) == std::vector<WebAnswer>{{Kind::not_asked}});
}

TEST_CASE("a host is asked for a few addresses at a time") {
  const LocalServer server(answer_of);
  std::vector<std::string> urls;
  for (int i = 0; i < 40; ++i) urls.push_back(server.url("/many/" + std::to_string(i)));
  CHECK(ask(urls) == std::vector<WebAnswer>(40, answered(200)));
  CHECK(server.most_at_once() <= 5);  // the server may learn late of one that has ended
  CHECK(server.most_at_once() > 1);
}

TEST_CASE("who refuses and who does not exist are told apart") {
  std::string closed;
  {
    const LocalServer server(answer_of);
    closed = server.url("/");
  }
  CHECK(ask({closed, closed + "a", "http://nobody.invalid/", "http://nobody.invalid/b"}) ==
        std::vector<WebAnswer>{
            {Kind::no_connection}, {Kind::no_connection}, {Kind::name_not_found}, {Kind::name_not_found}});
}

TEST_CASE("only the web is asked") {
  CHECK(ask({"file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://[", "https://a b/", ""}) ==
        std::vector<WebAnswer>(6, {Kind::no_address}));
  CHECK(ask({}).empty());
}

TEST_CASE("what is sent says who asks and nothing else of the user's") {
  const LocalServer server(answer_of);
  ask({server.url("/there")});
  const std::string request = server.last_request();
  CHECK(request.find("\r\nUser-Agent: kanon/" KANON_VERSION "\r\n") != std::string::npos);
  for (const char* header : {"Cookie", "Authorization", "Referer", "Range"})
    CHECK(request.find(header) == std::string::npos);
}

TEST_CASE("progress counts addresses, not mentions") {
  const LocalServer server(answer_of);
  setenv("no_proxy", "*", 1);
  std::size_t last = 0, of = 0;
  const auto note = [&](std::size_t done, std::size_t all) {
    CHECK(done >= last);
    last = done;
    of = all;
  };
  REQUIRE(RealWeb(quick()).ask({server.url("/there"), server.url("/there"), server.url("/gone")}, note));
  CHECK(last == 2);
  CHECK(of == 2);
}

TEST_CASE("addresses are brought into the form that the network takes") {
  CHECK(web_address("https://rødgrød.example/æ ø?å#del")->url ==
        "https://xn--rdgrd-vuad.example/%c3%a6%20%c3%b8?%c3%a5");
  CHECK(web_address("HTTP://Eksempel.dk")->url == "http://Eksempel.dk/");
  CHECK(web_address("https://eksempel.dk/a%20b")->url == "https://eksempel.dk/a%20b");
  CHECK(web_address("https://eksempel.dk/a")->host == "https://eksempel.dk:443");
  CHECK(web_address("https://eksempel.dk:8443/a")->host == "https://eksempel.dk:8443");
  CHECK_FALSE(web_address("javascript:alert(1)"));
  CHECK_FALSE(web_address(std::string("https://a\0b/", 12)));
}
