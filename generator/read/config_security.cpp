#include <algorithm>

#include "base/text.h"
#include "read/config_parts.h"

namespace kanon {
namespace {

bool is_visible_ascii(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F'; });
}

/// A web address as it is; a mail address or telephone number as the URI that RFC 9116 asks for.
std::optional<std::string> contact_uri(std::string_view text) {
  if (auto url = url_form().parse(text); url && is_visible_ascii(*url)) return url;
  if (!is_visible_ascii(text) || text.find_first_of("<>\"\\") != std::string_view::npos) return std::nullopt;
  for (const std::string_view scheme : {"mailto:", "tel:"}) {
    if (text.starts_with(scheme) && text.size() > scheme.size()) return std::string(text);
  }
  const std::size_t at = text.find('@');
  const bool is_mail = at != 0 && at != std::string_view::npos && at + 1 < text.size() &&
                       text.find('@', at + 1) == std::string_view::npos && text.find(':') == std::string_view::npos;
  return is_mail ? std::optional("mailto:" + std::string(text)) : std::nullopt;
}

const Form<std::string>& contact_form() {
  static const Form<std::string> form{
      contact_uri,
      {"en mailadresse eller en hel webadresse", "a mail address or a whole web address"},
      always({"Skriv for eksempel sikkerhed@eksempel.dk eller https://eksempel.dk/sikkerhed.",
              "Write for example security@example.org or https://example.org/security."}),
      "sikkerhed@eksempel.dk"};
  return form;
}

}  // namespace

void read_security_contact(Mapping& site, Config& config) {
  site.mapping("security", [&](Mapping& security) {
    config.security.contact = *security.required("contact", contact_form());
    if (const auto after = security.optional_duration("expires")) config.security.expires_after = **after;
    if (const auto url = security.optional("policy", url_form())) config.security.policy = **url;
  });
}

}  // namespace kanon
