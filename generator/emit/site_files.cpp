#include "emit/site_files.h"

#include <algorithm>
#include <optional>

#include "base/escape.h"
#include "emit/feed.h"
#include "emit/html/hrefs.h"
#include "emit/member_data.h"
#include "emit/requirement_data.h"
#include "emit/search/index.h"
#include "emit/security_txt.h"
#include "emit/site_data.h"

namespace kanon {
namespace {

std::optional<Date> newest_of(const Governed& item) {
  const auto newest = std::max_element(item.history.begin(), item.history.end(),
                                       [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return newest == item.history.end() ? std::nullopt : std::optional(*newest->date);
}

std::optional<Date> released_or_newest(const Governed& item) {
  return item.edition.released ? item.edition.released : newest_of(item);
}

/// The day of the newest release of an item.
std::optional<Date> newest_release(const View& view, ItemRef item) {
  std::optional<Date> newest;
  for (const ItemRef edition : view.editions_of(item)) {
    const auto released = view.governed(edition).edition.released;
    if (released && (!newest || *released > *newest)) newest = released;
  }
  return newest;
}

template <class Items>
std::optional<Date> newest_among(const Items& items) {
  std::optional<Date> newest;
  for (const auto* item : items) {
    const auto day = released_or_newest(*item);
    if (day && (!newest || *day > *newest)) newest = day;
  }
  return newest;
}

/// The last day that is known to have changed a page; nothing where its content has no days.
std::optional<Date> last_change(const View& view, const PagePlan& page) {
  switch (page.kind) {
    case PageKind::document:
    case PageKind::handbook:
    case PageKind::catalog:
      return released_or_newest(view.governed(*page.item));
    case PageKind::history:
      return newest_release(view, *page.item);
    case PageKind::document_list:
    case PageKind::hierarchy:
      return newest_among(view.documents());
    case PageKind::handbook_list:
      return newest_among(view.handbooks());
    case PageKind::catalog_list:
      return newest_among(view.catalogs());
    case PageKind::changes:
      return view.governed(view.releases().front()).edition.released;
    default:
      return std::nullopt;
  }
}

/// The site of an inner audience may tell search engines of no more than the public one would.
bool is_public(const View& view, const PagePlan& page) {
  if (!page.item) return true;
  const Audience* everyone = view.config().audience("public");
  const auto reach = everyone == nullptr ? std::nullopt : view.config().level_of(everyone->up_to);
  const auto level = view.config().level_of(view.classification_of(*page.item));
  return reach && level && *level <= *reach;
}

// Versions are found through the page of their item, which search engines are told to keep instead of them.
bool is_to_be_found(const PagePlan& page) {
  switch (page.kind) {
    case PageKind::release:
    case PageKind::redline:
    case PageKind::gone:
    case PageKind::moved:
    case PageKind::statement:
    case PageKind::not_found:
    case PageKind::evaluation:
    case PageKind::reviews:
      return false;
    default:
      return true;
  }
}

std::string sitemap(const Site& site) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const PagePlan& page : site.pages) {
    if (!is_to_be_found(page) || !is_public(*site.view, page)) continue;
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
  if (auto security = security_txt(site)) artifacts.push_back(*std::move(security));
  std::ranges::move(emit_search_index(site, theme.words(site.view->language())), std::back_inserter(artifacts));
  artifacts.push_back(emit_feed(site, theme.words(site.view->language())));
  std::ranges::move(emit_site_data(site), std::back_inserter(artifacts));
  std::ranges::move(emit_member_data(site), std::back_inserter(artifacts));
  std::ranges::move(emit_requirement_data(site), std::back_inserter(artifacts));
  return artifacts;
}

}  // namespace kanon
