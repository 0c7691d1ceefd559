#include "emit/html/page_frame.h"

#include "emit/html/editions.h"
#include "emit/html/metadata.h"
#include "emit/html/page_names.h"
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
    case PageKind::catalog:
      return "catalog";
    case PageKind::catalog_list:
      return "catalog-list";
    case PageKind::catalog_coverage:
      return "catalog-coverage";
    case PageKind::applicability:
      return "applicability";
    case PageKind::control_coverage:
      return "control-coverage";
    case PageKind::dispensation_list:
      return "dispensation-list";
    case PageKind::member:
      return "member";
    case PageKind::member_list:
      return "member-list";
    case PageKind::project:
      return "project";
    case PageKind::project_list:
      return "project-list";
    case PageKind::responsibilities:
      return "responsibilities";
    case PageKind::reviews:
      return "reviews";
    case PageKind::evaluation:
      return "evaluation";
    case PageKind::free_page:
      return "free-page";
    case PageKind::admission:
      return "admission";
    case PageKind::glossary:
      return "glossary";
    case PageKind::hierarchy:
      return "hierarchy";
    case PageKind::release:
      return "release";
    case PageKind::history:
      return "history";
    case PageKind::redline:
      return "redline";
    case PageKind::changes:
      return "changes";
    case PageKind::search:
      return "search";
    case PageKind::statement:
      return "moved";
    case PageKind::gone:
      return "gone";
    case PageKind::moved:
      return "moved";
    case PageKind::not_found:
      return "not-found";
  }
  return {};
}

// `page` for the entry itself, `true` for the section that the page lies in, as WAI-ARIA 1.2 has it.
Data current_state(const PagePlan& page, const std::string& address) {
  if (page.address == address) return Data("page");
  if (page.kind != PageKind::not_found && page.address.starts_with(address)) return Data("true");
  return Data(false);
}

/// In a preview a page may have no title yet.
std::string title_of(const NavigationEntry& entry, const Words& words) {
  if (!entry.title.empty()) return entry.title;
  const std::string_view word = word_of(entry.kind);
  return word.empty() ? entry.address : words[word];
}

DataList menu(const std::vector<NavigationEntry>& entries, const PagePlan& page, const Words& words,
              const Hrefs& hrefs) {
  DataList rows;
  for (const NavigationEntry& entry : entries) {
    Data row;
    put(row, "title", title_of(entry, words));
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

bool leads_nowhere(const PagePlan& page) {
  return page.kind == PageKind::front || page.kind == PageKind::not_found || page.kind == PageKind::moved ||
         page.kind == PageKind::statement;
}

/// Of a page above another: what it is called there. The item's own page has the title of the version at hand, so that
/// a permanent page never changes with a later title.
std::string title_above(const Site& site, const PagePlan& above, const PagePlan& page, const Words& words) {
  const bool of_item =
      page.kind == PageKind::release || page.kind == PageKind::redline || page.kind == PageKind::history;
  return of_item && above.address == site.view->home_address_of(*page.item) ? page.title
                                                                            : page_title(site, above, words);
}

// From the front page through the section, and for a document through those above it, to the page at hand. A section's
// page is the one whose address this page's address begins with.
DataList breadcrumb(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs) {
  if (leads_nowhere(page)) return {};
  DataList crumbs{crumb(words["front_page"], hrefs.to("/"))};
  for (std::size_t slash = page.address.find('/', 1); slash + 1 < page.address.size();
       slash = page.address.find('/', slash + 1)) {
    const PagePlan* above = site.page_at(page.address.substr(0, slash + 1));
    // What isn't published any more is no way to anything else of it.
    const bool both_gone = above != nullptr && above->kind == PageKind::gone && page.kind == PageKind::gone;
    if (above != nullptr && !both_gone)
      crumbs.push_back(crumb(title_above(site, *above, page, words), hrefs.to(above->address)));
  }
  if (page.kind == PageKind::document) {
    for (const Document* above : site.view->ancestors_of(site.view->document(*page.item))) {
      const ItemRef item = site.view->ref_of(*above);
      crumbs.push_back(crumb(site.view->title_of(item), text_or_nothing(hrefs.to_item(item))));
    }
  }
  crumbs.push_back(crumb(own_title(site, page, words), false));
  return crumbs;
}

/// The address that search engines keep for a page: a version's is that of its item, as long as there is one.
std::string canonical_address(const Site& site, const PagePlan& page) {
  if (page.kind == PageKind::not_found || page.kind == PageKind::gone || page.kind == PageKind::statement) return {};
  if (page.kind == PageKind::moved) return page.moved_to;
  if (page.kind != PageKind::release) return page.address;
  std::string home = site.view->home_address_of(*page.item);
  const PagePlan* shown = site.page_at(home);
  return shown != nullptr && shows_item(shown->kind) ? home : page.address;
}

bool is_to_be_found(const Site& site, const PagePlan& page) {
  if (page.kind == PageKind::release) {
    const Standing standing = site.view->governed(*page.item).edition.standing;
    return standing != Standing::superseded && standing != Standing::draft;
  }
  return page.kind != PageKind::not_found && page.kind != PageKind::moved && page.kind != PageKind::gone &&
         page.kind != PageKind::evaluation && page.kind != PageKind::reviews && page.kind != PageKind::statement &&
         page.kind != PageKind::redline;
}

/// Where a page sends its reader at once.
Data refresh(const Site& site, const PagePlan& page, const Hrefs& hrefs) {
  if (page.kind == PageKind::moved) return Data(hrefs.to(page.moved_to));
  return page.kind == PageKind::statement ? Data(site.view->config().accessibility_statement) : Data(false);
}

bool is_article(PageKind kind) {
  return shows_item(kind) || kind == PageKind::release || kind == PageKind::member || kind == PageKind::project ||
         kind == PageKind::free_page;
}

Data page_facts(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs,
                const std::string& description) {
  const Config& config = site.view->config();
  const std::string title = page_title(site, page, words);
  const std::string whole = whole_title(site, page, words);
  const std::string canonical = canonical_address(site, page);
  Data facts;
  put(facts, "kind", kind_name(page.kind));
  put(facts, "title", title);
  put(facts, "full_title", title == config.title ? title : whole + " – " + config.title);
  put(facts, "description", text_or_nothing(description.empty() ? config.description : description));
  put(facts, "canonical", canonical.empty() ? Data(false) : text_or_nothing(absolute_url(config, canonical)));
  put(facts, "noindex", !is_to_be_found(site, page));
  put(facts, "refresh", refresh(site, page, hrefs));
  put(facts, "social_kind", is_article(page.kind) ? "article" : "website");
  put(facts, "dublin_core", items_or_nothing(dublin_core(site, page, words)));
  put(facts, "linked_data", text_or_nothing(linked_data(site, page, words)));
  return facts;
}

/// [{kind, text}]: that the site isn't the one that is valid today.
DataList bars(const Site& site, const Words& words) {
  DataList rows;
  const auto add = [&](const char* kind, const std::string& text) {
    Data row;
    put(row, "kind", std::string(kind));
    put(row, "text", text);
    rows.push_back(std::move(row));
  };
  if (site.is_past) add("past", words.with("site_as_of", {{"date", words.date(site.date)}}));
  if (site.shows_drafts) add("drafts", words["site_with_drafts"]);
  return rows;
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
  put(site, "locale", config.language == Language::da ? "da_DK" : "en_GB");
  Data shared;
  put(shared, "site", std::move(site));
  put(shared, "t", words_as_data(words));
  return shared;
}

Data page_frame(const Site& site, const PagePlan& page, const Words& words, const Hrefs& hrefs,
                const std::string& description) {
  Data frame;
  put(frame, "page", page_facts(site, page, words, hrefs, description));
  put(frame, "root", hrefs.root());
  put(frame, "home", hrefs.to("/"));
  put(frame, "feed", hrefs.to("/feed.xml"));
  const std::string& search = folders(site.view->language()).search;
  const bool has_search = page.kind != PageKind::search && site.page_at(search) != nullptr;
  put(frame, "search", has_search ? Data(hrefs.to(search)) : Data(false));
  put(frame, "bars", items_or_nothing(bars(site, words)));
  put(frame, "navigation", items_or_nothing(menu(site.navigation, page, words, hrefs)));
  put(frame, "pages", items_or_nothing(menu(site.free_pages, page, words, hrefs)));
  put(frame, "breadcrumb", items_or_nothing(breadcrumb(site, page, words, hrefs)));
  return frame;
}

}  // namespace kanon
