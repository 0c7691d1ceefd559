#pragma once

#include <string>

#include "plan/site.h"

namespace kanon {

/// A member as a Schema.org `Organization` in JSON-LD 1.1, for the script element of its page: what search engines
/// read. Addresses are whole URLs, so those of the site are there with site.base_url alone. Safe within `<script>`:
/// whatever HTML could take for markup is written as a JSON escape.
std::string organization_json(const Site& site, const PublishedMember& member);

/// Whether a text is an address of the web, and so may become a link.
bool is_web_address(const std::string& url);

}  // namespace kanon
