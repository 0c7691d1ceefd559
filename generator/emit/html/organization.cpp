#include "emit/html/organization.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "emit/html/hrefs.h"
#include "emit/json_data.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

/// The site is the pact's own: its title is what members are members of.
Json pact(const Config& config) {
  Json json{{"@type", "Organization"}, {"name", config.title}};
  if (!config.base_url.empty()) json["url"] = config.base_url;
  return json;
}

}  // namespace

bool is_web_address(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string organization_json(const Site& site, const PublishedMember& member) {
  const Config& config = site.view->config();
  const auto address = site.view->address_of(member.ref);
  Json json{{"@context", "https://schema.org"}, {"@type", "Organization"}, {"name", *member.name}};
  if (address && !config.base_url.empty()) json["url"] = absolute_url(config, *address);
  if (member.cvr && !(**member.cvr).empty()) {
    json["identifier"] = {{"@type", "PropertyValue"}, {"propertyID", "CVR"}, {"value", **member.cvr}};
  }
  json["memberOf"] = pact(config);
  if (member.website && is_web_address(**member.website)) json["sameAs"] = **member.website;
  return json_for_html(json);
}

}  // namespace kanon
