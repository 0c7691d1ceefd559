#include "emit/html/hrefs.h"

#include "base/escape.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

// Addresses hold plain text: every byte that a URL's path or fragment may not have is encoded. No planned address has
// `%`, `?` or a `#` other than the one before its anchor.
std::string percent_encoded(std::string_view address) { return kanon::percent_encoded(address, "-._~!$&'()*+,;=:@/#"); }

/// `https://a.example/b/` → `/b/`; `/` where there is no path.
std::string path_of_url(const std::string& url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = scheme == std::string::npos ? std::string::npos : url.find('/', scheme + 3);
  return path == std::string::npos ? "/" : url.substr(path);
}

}  // namespace

Hrefs::Hrefs(const Site& site, const PagePlan& page) : site_(site), from_(page.address) {
  if (page.kind == PageKind::release) shown_ = page.item;
  if (page.kind == PageKind::not_found) base_path_ = path_of_url(site.view->config().base_url);
}

std::string Hrefs::to(const std::string& address) const {
  if (!base_path_.empty()) return base_path_ + percent_encoded(address.substr(1));
  return percent_encoded(relative_href(from_, address));
}

std::string Hrefs::root() const {
  if (!base_path_.empty()) return base_path_;
  const std::string front = relative_href(from_, "/");
  return front == "./" ? std::string() : front;
}

bool Hrefs::on_site(const std::string& address) const {
  const std::string place = address.substr(0, address.find_first_of("#?"));
  return site_.page_at(place) != nullptr || site_.has_pdf(place) || place == "/sitemap.xml" || place == "/robots.txt" ||
         place == "/feed.xml" || place == "/data/documents.json" || place == "/data/ledger.json" ||
         place == "/data/members.json" || place == "/data/members.schema.json" || place == "/data/members.csv" ||
         place == "/data/requirements.json" || place == "/data/requirements.schema.json" ||
         place.starts_with("/assets/") || site_.has_file(place);
}

std::optional<std::string> Hrefs::address_of(ItemRef item) const {
  if (shown_ == item) return from_;
  auto address = site_.view->address_of(item);
  if (address && site_.page_at(*address) == nullptr) address.reset();
  return address;
}

std::string Hrefs::to_item(ItemRef item) const {
  const auto address = address_of(item);
  return address ? to(*address) : std::string();
}

std::string Hrefs::to_target(const LinkTarget& target) const {
  if (const auto* outside = std::get_if<ToOutside>(&target)) return outside->url;
  if (const auto* item = std::get_if<ToItem>(&target)) {
    const auto address = address_of(item->item);
    if (!address) return {};
    return to(item->anchor.empty() ? *address : address->substr(0, address->find('#')) + "#" + item->anchor);
  }
  if (const auto* file = std::get_if<ToFile>(&target)) {
    const std::string address = site_.view->address_of_file(file->path);
    return on_site(address) ? to(address) : std::string();
  }
  if (const auto* place = std::get_if<ToSite>(&target)) {
    return on_site(place->address) ? to(place->address) : std::string();
  }
  return {};
}

std::string absolute_url(const Config& config, const std::string& address) {
  return config.base_url.empty() ? std::string() : config.base_url + percent_encoded(address.substr(1));
}

std::string url_from_root(const Config& config, const std::string& address) {
  return config.base_url + percent_encoded(address.substr(1));
}

}  // namespace kanon
