#include "read/markdown_destination.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "read/markdown_text.h"

namespace kanon {
namespace {

constexpr std::array<std::string_view, 5> kLinkSchemes{"http", "https", "mailto", "tel", "ref"};
constexpr std::array<std::string_view, 2> kImageSchemes{"http", "https"};
constexpr std::array<std::string_view, 7> kSchemesThatRunCode{"javascript", "vbscript", "livescript", "data",
                                                              "file",       "blob",     "view-source"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& schemes, std::string_view scheme) {
  return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() && text[at] == '%' ? digit_value(text[at + 1]) : -1;
    const int low = high >= 0 ? digit_value(text[at + 2]) : -1;
    if (low < 0) {
      decoded += text[at];
    } else {
      decoded += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return decoded;
}

/// Without the bytes that browsers pass over in a URL, and those that only look like nothing (soft hyphen, spaces of
/// other widths, marks of writing direction).
std::string visible(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\u00A0") || rest.starts_with("\u00AD")) {
      at += 1;
    } else if (rest.starts_with("\uFEFF") || rest.starts_with("\u3000") || rest.starts_with("\u2060") ||
               (rest.size() > 2 && rest.starts_with("\xE2\x80") && static_cast<std::uint8_t>(rest[2]) <= 0xAF)) {
      at += 2;
    } else if (byte > 0x20 && byte != 0x7F) {
      kept += text[at];
    }
  }
  return kept;
}

/// The scheme in lower case; empty if the first `:` stands behind the path's beginning, or there is none.
std::string scheme_of(std::string_view destination) {
  const std::size_t end = destination.find_first_of(":/?#\\");
  if (end == std::string_view::npos || destination[end] != ':') return {};
  return lower_ascii(destination.substr(0, end));
}

bool is_slash(char c) { return c == '/' || c == '\\'; }

}  // namespace

std::string clean_destination(std::string_view destination) {
  std::string kept = publishable_text(trim(destination));
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n'; });
  return kept;
}

bool is_safe_destination(std::string_view destination, DestinationUse use) {
  const std::string url = visible(destination);
  if (url.size() >= 2 && is_slash(url[0]) && is_slash(url[1])) return false;
  const std::string scheme = scheme_of(url);
  if (!scheme.empty())
    return use == DestinationUse::link ? is_one_of(kLinkSchemes, scheme) : is_one_of(kImageSchemes, scheme);
  std::string decoded(url.substr(0, url.find_first_of("/?#")));
  for (int times = 0; times < 3; ++times) {
    decoded = visible(percent_decoded(decoded));
    if (is_one_of(kSchemesThatRunCode, scheme_of(decoded))) return false;
  }
  return true;
}

}  // namespace kanon
