#include "emit/site_files.h"

#include <algorithm>
#include <optional>

#include "base/escape.h"
#include "emit/feed.h"
#include "emit/html/hrefs.h"
#include "emit/member_data.h"
#include "emit/requirement_data.h"
#include "emit/site_data.h"

namespace kanon {
namespace {

std::optional<Date> newest_of(const Governed& item) {
  const auto newest = std::max_element(item.history.begin(), item.history.end(),
                                       [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return newest == item.history.end() ? std::nullopt : std::optional(*newest->date);
}

std::optional<Date> last_change(const View& view, const PagePlan& page) {
  if (!page.item) return std::nullopt;
  if (!shows_item(page.kind)) return std::nullopt;
  const Governed& item = view.governed(*page.item);
  return item.edition.released ? item.edition.released : newest_of(item);
}

// Versions are found through the page of their item, which search engines are told to keep instead of them.
bool is_to_be_found(const PagePlan& page) {
  switch (page.kind) {
    case PageKind::release:
    case PageKind::gone:
    case PageKind::moved:
    case PageKind::not_found:
    case PageKind::evaluation:
      return false;
    default:
      return true;
  }
}

std::string sitemap(const Site& site) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PagePlan& page : site.pages) {
    if (!is_to_be_found(page)) continue;
    xml += "<url><loc>" + escape_html(absolute_url(site.view->config(), page.address)) + "</loc>";
    if (const auto day = last_change(*site.view, page)) xml += "<lastmod>" + day->iso() + "</lastmod>";
    xml += "</url>\n";
  }
  return xml + "</urlset>\n";
}

}  // namespace

std::vector<Artifact> emit_site_files(const Site& site, const Theme& theme) {
  std::vector<Artifact> artifacts;
  for (const auto& [path, bytes] : theme.assets()) {
    if (!Theme::is_for_print(path)) artifacts.push_back({"assets/" + path, bytes, "assets/" + path});
  }
  const bool has_address = !site.view->config().base_url.empty();
  std::string robots = "User-agent: *\nAllow: /\n";
  if (has_address) {
    robots += "Sitemap: " + absolute_url(site.view->config(), "/sitemap.xml") + "\n";
    artifacts.push_back({"sitemap.xml", sitemap(site), "kanon.yaml"});
  }
  artifacts.push_back({"robots.txt", std::move(robots), "kanon.yaml"});
  artifacts.push_back(emit_feed(site, theme.words(site.view->language())));
  std::ranges::move(emit_site_data(site), std::back_inserter(artifacts));
  std::ranges::move(emit_member_data(site), std::back_inserter(artifacts));
  std::ranges::move(emit_requirement_data(site), std::back_inserter(artifacts));
  return artifacts;
}

}  // namespace kanon
