#include "emit/feed.h"

#include <algorithm>

#include "base/escape.h"
#include "base/sha256.h"
#include "emit/html/hrefs.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

constexpr std::size_t most_entries = 100;

/// Text for XML 1.0, which has no place for most control characters, nor for U+FFFE and U+FFFF, not even escaped.
std::string xml_text(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n') continue;
    const std::string_view three = text.substr(i, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      i += 2;
      continue;
    }
    kept += text[i];
  }
  return escape_html(kept);
}

/// A UUID of version 8 from the first 128 bits of a SHA-256 in hexadecimal digits.
std::string urn_of(std::string_view sha256) {
  constexpr std::size_t digits = 32;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string uuid(sha256.substr(0, digits));
  if (uuid.size() < digits) uuid = sha256_hex(sha256).substr(0, digits);
  uuid[12] = '8';                                   // the version
  uuid[16] = hex[8 + (hex.find(uuid[16]) & 0x3U)];  // the variant: binary 10, then two bits of the hash
  for (const std::size_t hyphen : {20U, 16U, 12U, 8U}) uuid.insert(hyphen, 1, '-');
  return "urn:uuid:" + uuid;
}

std::string element(const std::string& name, std::string_view text) {
  return "<" + name + ">" + xml_text(text) + "</" + name + ">\n";
}

std::string link(const char* rel, const char* type, const std::string& href) {
  return std::string("<link rel=\"") + rel + "\" type=\"" + type + "\" href=\"" + escape_html(href) + "\"/>\n";
}

std::string instant(Date day) { return day.iso() + "T00:00:00Z"; }

std::string change_of(const Governed& edition) {
  const auto entry =
      std::ranges::find_if(edition.history, [&](const auto& one) { return *one.version == *edition.version; });
  return entry == edition.history.end() ? std::string() : entry->change;
}

/// The permanent page of a release, else the list of all: every entry leads somewhere.
std::string address_of_entry(const Site& site, ItemRef item) {
  std::string address = site.view->permanent_address_of(item);
  return site.page_at(address) == nullptr ? folders(site.view->language()).changes : address;
}

std::string entry(const Site& site, const Words& words, ItemRef item, Date released) {
  const Governed& edition = site.view->governed(item);
  const std::string title = words.with("release_of", {{"title", *edition.title}, {"version", edition.version->text()}});
  std::string xml = "<entry>\n" + element("title", title);
  xml += element("id", urn_of(edition.edition.fingerprint.empty() ? *edition.id + "/" + edition.version->text()
                                                                  : edition.edition.fingerprint));
  xml += element("updated", instant(released)) + element("published", instant(released));
  const std::string change = change_of(edition);
  xml += "<summary type=\"text\">" + xml_text(change.empty() ? title : change) + "</summary>\n";
  xml += link("alternate", "text/html", url_from_root(site.view->config(), address_of_entry(site, item)));
  return xml + "</entry>\n";
}

/// The newest day that says anything of the feed; of an empty one the day that the site shows.
Date updated(const Site& site, const std::vector<ItemRef>& releases) {
  if (releases.empty()) return site.date;
  return site.view->governed(releases.front()).edition.released.value_or(site.date);
}

}  // namespace

Artifact emit_feed(const Site& site, const Words& words) {
  const Config& config = site.view->config();
  const std::vector<ItemRef> releases = site.view->releases();
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  xml += std::string(config.language == Language::da ? "da" : "en") + "\">\n";
  xml += element("title", words.with("feed_title", {{"title", config.title}}));
  xml += element("id", config.base_url.empty() ? urn_of(sha256_hex(config.title)) : url_from_root(config, "/feed.xml"));
  xml += element("updated", instant(updated(site, releases)));
  xml += "<author>\n" + element("name", config.publisher.empty() ? config.title : config.publisher) + "</author>\n";
  xml += link("self", "application/atom+xml", url_from_root(config, "/feed.xml"));
  const std::string changes = folders(config.language).changes;
  const bool has_changes = site.page_at(changes) != nullptr;
  const std::string alternate = url_from_root(config, has_changes ? changes : "/");
  xml += link("alternate", "text/html", alternate.empty() ? "./" : alternate);
  for (std::size_t i = 0; i < releases.size() && i < most_entries; ++i) {
    const auto released = site.view->governed(releases[i]).edition.released;
    if (released) xml += entry(site, words, releases[i], *released);
  }
  return {"feed.xml", xml + "</feed>\n", "content/archive"};
}

}  // namespace kanon
