#include "env/web_address.h"

#include <curl/curl.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

namespace kanon {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// libcurl would ask the locale what the letters of a host mean; here they are UTF-8.
std::optional<std::string> host_in_ascii(const std::string& host) {
  if (is_ascii(host)) return host;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  if (U_FAILURE(status)) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(host, sink, info, status);
  if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;
  return ascii;
}

}  // namespace

std::optional<WebAddress> web_address(const std::string& written) {
  const Url url(curl_url(), curl_url_cleanup);
  if (!url || written.find('\0') != std::string::npos) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_URL, written.c_str(), CURLU_URLENCODE | CURLU_ALLOW_SPACE) != CURLUE_OK)
    return std::nullopt;
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const auto host = host_in_ascii(part_of(url, CURLUPART_HOST));
  if (!host || host->empty()) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_HOST, host->c_str(), 0) != CURLUE_OK) return std::nullopt;
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  WebAddress address{part_of(url, CURLUPART_URL), {}};
  if (address.url.empty()) return std::nullopt;
  address.host = scheme + "://" + *host + ":" + part_of(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  return address;
}

}  // namespace kanon
