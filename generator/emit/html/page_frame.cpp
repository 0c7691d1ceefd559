#include "emit/html/page_frame.h"

#include "emit/html/rows.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

std::string language_code(Language language) { return language == Language::da ? "da" : "en"; }

std::string kind_name(PageKind kind) {
  switch (kind) {
    case PageKind::front:
      return "front";
    case PageKind::document:
      return "document";
    case PageKind::document_list:
      return "document-list";
    case PageKind::handbook:
      return "handbook";
    case PageKind::handbook_list:
      return "handbook-list";
    case PageKind::member:
      return "member";
    case PageKind::member_list:
      return "member-list";
    case PageKind::free_page:
      return "free-page";
    case PageKind::admission:
      return "admission";
    case PageKind::glossary:
      return "glossary";
    case PageKind::hierarchy:
      return "hierarchy";
    case PageKind::moved:
      return "moved";
    case PageKind::not_found:
      return "not-found";
  }
  return {};
}

/// The name of a page that the program makes itself; empty for an item's page.
const char* word_of(PageKind kind) {
  switch (kind) {
    case PageKind::document_list:
      return "documents";
    case PageKind::handbook_list:
      return "handbooks";
    case PageKind::member_list:
      return "members";
    case PageKind::admission:
      return "admission";
    case PageKind::glossary:
      return "glossary";
    case PageKind::hierarchy:
      return "hierarchy";
    case PageKind::not_found:
      return "not_found";
    default:
      return "";
  }
}

// `page` for the entry itself, `true` for the section that the page lies in, as WAI-ARIA 1.2 has it.
Data current_state(const PagePlan& page, const std::string& address) {
  if (page.address == address) return Data("page");
  if (page.kind != PageKind::not_found && page.address.starts_with(address)) return Data("true");
  return Data(false);
}

DataList menu(const std::vector<NavigationEntry>& entries, const PagePlan& page, const Words& words,
              const Hrefs& hrefs) {
  DataList rows;
  for (const NavigationEntry& entry : entries) {
    Data row;
    put(row, "title", entry.title.empty() ? words[word_of(entry.kind)] : entry.title);
    put(row, "href", hrefs.to(entry.address));
    put(row, "current", current_state(page, entry.address));
    rows.push_back(std::move(row));
  }
  return rows;
}

Data crumb(const std::string& title, Data href) {
  Data row;
  put(row, "title", title);
  put(row, "href", std::move(href));
  return row;
}

// From the front page through the section, and for a document through those above it, to the page at hand. A section's
// page is the one whose address this page's address begins with.
DataList breadcrumb(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs) {
  if (page.kind == PageKind::front || page.kind == PageKind::not_found || page.kind == PageKind::moved) return {};
  DataList crumbs{crumb(words["front_page"], hrefs.to("/"))};
  for (std::size_t slash = page.address.find('/', 1); slash + 1 < page.address.size();
       slash = page.address.find('/', slash + 1)) {
    const PagePlan* above = site.page_at(page.address.substr(0, slash + 1));
    if (above != nullptr) crumbs.push_back(crumb(page_title(site, *above, words), hrefs.to(above->address)));
  }
  if (page.kind == PageKind::document) {
    for (const Document* above : site.view->ancestors_of(site.view->document(*page.item))) {
      const ItemRef item = site.view->ref_of(*above);
      crumbs.push_back(crumb(site.view->title_of(item), text_or_nothing(hrefs.to_item(item))));
    }
  }
  crumbs.push_back(crumb(page_title(site, page, words), false));
  return crumbs;
}

Data page_facts(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs,
                const std::string& description) {
  const Config& config = site.view->config();
  const std::string title = page_title(site, page, words);
  const bool leads_on = page.kind == PageKind::moved;
  const bool is_place = page.kind != PageKind::not_found;
  Data facts;
  put(facts, "kind", kind_name(page.kind));
  put(facts, "title", title);
  put(facts, "full_title", title == config.title ? title : title + " – " + config.title);
  put(facts, "description", text_or_nothing(description.empty() ? config.description : description));
  put(facts, "canonical",
      text_or_nothing(is_place ? absolute_url(config, leads_on ? page.moved_to : page.address) : std::string()));
  put(facts, "noindex", leads_on || !is_place);
  put(facts, "refresh", leads_on ? Data(hrefs.to(page.moved_to)) : Data(false));
  return facts;
}

}  // namespace

Data site_data(const View& view, const Words& words) {
  const Config& config = view.config();
  Data site;
  put(site, "title", config.title);
  put(site, "description", text_or_nothing(config.description));
  put(site, "publisher", text_or_nothing(config.publisher));
  put(site, "contact", text_or_nothing(config.contact));
  const bool is_url = config.contact.starts_with("https://") || config.contact.starts_with("http://");
  const bool is_mail =
      !is_url && config.contact.find('@') != std::string::npos && config.contact.find(' ') == std::string::npos;
  put(site, "contact_href", is_url ? Data(config.contact) : is_mail ? Data("mailto:" + config.contact) : Data(false));
  put(site, "accessibility_statement", text_or_nothing(config.accessibility_statement));
  put(site, "language", language_code(config.language));
  Data texts;
  for (const auto& [key, text] : words.all()) put(texts, key, text);
  Data shared;
  put(shared, "site", std::move(site));
  put(shared, "t", std::move(texts));
  return shared;
}

std::string page_title(const Site& site, const PagePlan& page, const Words& words) {
  if (page.kind == PageKind::front) return page.item ? site.view->title_of(*page.item) : site.view->config().title;
  const std::string_view word = word_of(page.kind);
  return word.empty() ? page.title : words[word];
}

Data page_frame(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs,
                const std::string& description) {
  Data frame;
  put(frame, "page", page_facts(site, page, words, hrefs, description));
  put(frame, "root", hrefs.root());
  put(frame, "home", hrefs.to("/"));
  put(frame, "navigation", items_or_nothing(menu(site.navigation, page, words, hrefs)));
  put(frame, "pages", items_or_nothing(menu(site.free_pages, page, words, hrefs)));
  put(frame, "breadcrumb", items_or_nothing(breadcrumb(site, page, words, hrefs)));
  return frame;
}

}  // namespace kanon
