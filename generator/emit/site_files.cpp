#include "emit/site_files.h"

#include <algorithm>
#include <optional>

#include "base/escape.h"
#include "emit/html/hrefs.h"

namespace kanon {
namespace {

std::optional<Date> newest_of(const Governed& item) {
  const auto newest = std::max_element(item.history.begin(), item.history.end(),
                                       [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return newest == item.history.end() ? std::nullopt : std::optional(*newest->date);
}

std::optional<Date> last_change(const View& view, const PagePlan& page) {
  if (!page.item) return std::nullopt;
  if (page.kind == PageKind::document) return newest_of(view.document(*page.item));
  if (page.kind == PageKind::handbook) return newest_of(view.handbook(*page.item));
  return std::nullopt;
}

std::string sitemap(const Site& site) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PagePlan& page : site.pages) {
    if (page.kind == PageKind::moved || page.kind == PageKind::not_found) continue;
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
  return artifacts;
}

}  // namespace kanon
