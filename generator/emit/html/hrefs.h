#pragma once

#include <optional>
#include <string>

#include "plan/site.h"

namespace kanon {

/// How one page refers to the rest of its site: relative, so that the site works below any folder. The page that is
/// shown for addresses that don't exist can be shown anywhere: its references begin at the root of the web server, with
/// the path of base_url. Everything here is percent-encoded (RFC 3986), not yet escaped for HTML.
class Hrefs {
 public:
  Hrefs(const Site& site, const PagePlan& page);

  /// An address of the site, whatever it is.
  std::string to(const std::string& address) const;
  /// An item's page; empty where this site has none. An edition shown by the page itself, on its permanent address, is
  /// this page: links within its text stay on it.
  std::string to_item(ItemRef item) const;
  /// Where a link of a body leads; empty where this site has no such place.
  std::string to_target(const LinkTarget& target) const;
  /// What stands before the address of any file, without its first `/`: `../../`, or nothing on the front page.
  std::string root() const;

 private:
  std::optional<std::string> address_of(ItemRef item) const;
  bool on_site(const std::string& address) const;

  const Site& site_;
  std::optional<ItemRef> shown_;  // by a permanent page
  std::string from_;
  std::string base_path_;  // empty where references are relative
};

/// The address below base_url; empty where base_url is not set.
std::string absolute_url(const Config& config, const std::string& address);
/// The same, and without base_url relative to the site's own folder: for files that lie there.
std::string url_from_root(const Config& config, const std::string& address);

}  // namespace kanon
