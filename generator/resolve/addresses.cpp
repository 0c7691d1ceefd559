#include "resolve/addresses.h"

#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

std::string below(const std::string& folder, const std::string& id) { return folder + id + "/"; }

std::optional<std::string> below_unless_empty(const std::string& folder, const LocatedText& id) {
  if (id.value.empty()) return std::nullopt;
  return below(folder, id.value);
}

std::string address_of_page(const Page& page) { return page.address == "index" ? "/" : "/" + page.address + "/"; }

/// The folder of the documents, catalogs or handbooks.
const std::string& folder_of(const Model& model, ItemKind kind) {
  const Folders& site = folders(model.source().config.language);
  return kind == ItemKind::document ? site.documents : kind == ItemKind::catalog ? site.catalogs : site.handbooks;
}

std::optional<std::string> address_of_edition(const Model& model, ItemRef item) {
  const Governed& edition = model.governed(item);
  return edition.edition.leads ? below_unless_empty(folder_of(model, item.kind), edition.id)
                               : std::optional(permanent_address_of(model, item));
}

const char* coverage_name(Language language) { return language == Language::da ? "daekning" : "coverage"; }

/// The folder that an address lies in, and what comes after its last `/`.
std::pair<std::string_view, std::string_view> folder_and_rest(std::string_view address) {
  const auto anchor = address.find('#');
  const auto slash = address.rfind('/', anchor);
  if (slash == std::string_view::npos) return {std::string_view{}, address};
  return {address.substr(0, slash + 1), address.substr(slash + 1)};
}

}  // namespace

const Folders& folders(Language language) {
  static const Folders danish{"/dokumenter/",  "/medlemmer/",  "/projekter/",  "/optagelse/",      "/kravkataloger/",
                              "/haandboeger/", "/ordbog/",     "/soa/",        "/dispensationer/", "/hierarki/",
                              "/soeg/",        "/aendringer/", "/evaluering/", "/hvad-gaelder/",   "/gennemgange/"};
  static const Folders english{"/documents/", "/members/",  "/projects/",   "/admission/",     "/catalogs/",
                               "/handbooks/", "/glossary/", "/soa/",        "/dispensations/", "/hierarchy/",
                               "/search/",    "/changes/",  "/evaluation/", "/what-applies/",  "/reviews/"};
  return language == Language::da ? danish : english;
}

std::optional<std::string> address_of(const Model& model, ItemRef item) {
  const Corpus& c = model.source();
  const Folders& site = folders(c.config.language);
  switch (item.kind) {
    case ItemKind::document:
    case ItemKind::catalog:
    case ItemKind::handbook:
      return address_of_edition(model, item);
    case ItemKind::member:
      return below_unless_empty(site.members, c.members[item.index].id);
    case ItemKind::project:
      return below_unless_empty(site.projects, c.projects[item.index].id);
    case ItemKind::page:
      return address_of_page(c.pages[item.index]);
    case ItemKind::criterion:
      return site.admission + "#" + c.objectives[item.index].criteria[item.part].id.value;
    case ItemKind::term:
      return site.glossary + "#" + c.terms[item.index].id.value;
    case ItemKind::requirement: {
      const Catalog& catalog = c.catalogs[item.index];
      if (catalog.id.value.empty()) return std::nullopt;
      return below(site.catalogs, catalog.id.value) + "#" + catalog.requirements[item.part].id.value;
    }
    case ItemKind::dispensation:
      return site.dispensations + "#" + c.dispensations[item.index].id.value;
    case ItemKind::objective:
      break;
  }
  return std::nullopt;
}

std::string home_address_of(const Model& model, ItemRef item) {
  return below(folder_of(model, item.kind), *model.governed(item).id);
}

std::string permanent_address_of(const Model& model, ItemKind kind, const ReleaseName& release) {
  return below(below(folder_of(model, kind), release.id), release.version.text());
}

std::string permanent_address_of(const Model& model, ItemRef item) {
  const Governed& edition = model.governed(item);
  return permanent_address_of(model, item.kind, {*edition.id, *edition.version});
}

std::string history_address_of(const Model& model, ItemRef item) {
  const bool danish = model.source().config.language == Language::da;
  return below(below(folder_of(model, item.kind), *model.governed(item).id), danish ? "historik" : "history");
}

std::string coverage_address_of(const Model& model, ItemRef catalog) {
  return home_address_of(model, catalog) + coverage_name(model.source().config.language) + "/";
}

std::string control_coverage_address(Language language) {
  return folders(language).applicability + coverage_name(language) + "/";
}

std::string applicability_pdf_address(Language language) { return folders(language).applicability + "soa.pdf"; }

std::string redline_address_of(const Model& model, ItemRef older, ItemRef newer) {
  return below(home_address_of(model, newer),
               model.governed(older).version->text() + ".." + model.governed(newer).version->text());
}

std::string pdf_address_of(const Model& model, ItemKind kind, const ReleaseName& release) {
  return below(folder_of(model, kind), release.id) + release.id + "-" + release.version.text() + ".pdf";
}

std::string pdf_address_of(const Model& model, ItemRef item) {
  if (!is_governed(item.kind)) return {};
  const Governed& edition = model.governed(item);
  return pdf_address_of(model, item.kind, {*edition.id, *edition.version});
}

std::string address_of_alias(std::string_view alias) {
  while (alias.starts_with('/')) alias.remove_prefix(1);
  while (alias.ends_with('/')) alias.remove_suffix(1);
  if (alias.empty()) return "/";
  const std::string address = "/" + std::string(alias);
  return alias.ends_with(".html") || alias.ends_with(".htm") ? address : address + "/";
}

std::string file_of_address(const std::string& address) {
  const std::string path = address.substr(0, address.find('#'));
  std::string file = path.starts_with('/') ? path.substr(1) : path;
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

std::string relative_href(const std::string& from_address, const std::string& to_address) {
  const std::string to_page = to_address.substr(0, to_address.find('#'));
  if (from_address == to_page) {
    if (to_page.size() < to_address.size()) return to_address.substr(to_page.size());
    const auto name = folder_and_rest(to_page).second;
    return name.empty() ? "./" : std::string(name);
  }
  const auto from_folder = folder_and_rest(from_address).first;
  const auto [to_folder, rest] = folder_and_rest(to_address);
  // Both begin with `/`; what they share ends after a `/`.
  std::size_t shared = 0;
  for (std::size_t i = 0; i < from_folder.size() && i < to_folder.size() && from_folder[i] == to_folder[i]; ++i)
    if (from_folder[i] == '/') shared = i + 1;
  std::string href;
  for (const char c : from_folder.substr(shared))
    if (c == '/') href += "../";
  href += to_folder.substr(shared);
  href += rest;
  if (href.empty() || href.starts_with('#')) return "./" + href;
  // «a:b/» would be read as a scheme (RFC 3986, 4.2).
  return href.substr(0, href.find('/')).find(':') == std::string::npos ? href : "./" + href;
}

}  // namespace kanon
