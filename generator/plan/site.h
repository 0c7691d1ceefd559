#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "history/point_in_time.h"
#include "plan/view.h"

namespace kanon {

enum class PageKind {
  front,
  document,
  document_list,
  handbook,
  handbook_list,
  catalog,
  catalog_list,
  catalog_coverage,  ///< which requirements of a catalog carry out which recommendations
  applicability,     ///< the Statement of Applicability
  control_coverage,  ///< which documents carry out which controls
  dispensation_list,
  member,
  member_list,
  project,
  project_list,
  responsibilities,  ///< what applies to whom: units, bodies, and what they have to do with the documents
  reviews,           ///< what is due for review; never public
  evaluation,        ///< what associated members contributed, for the yearly evaluation; never public
  free_page,
  admission,
  glossary,
  hierarchy,
  release,    ///< one edition of a document or handbook, on its permanent address
  history,    ///< the versions of a document or handbook
  redline,    ///< what changed from a release to the next edition
  changes,    ///< all releases, newest first
  search,     ///< everything from A to Z, and the search above it
  statement,  ///< leads to the accessibility statement, wherever that is
  gone,       ///< what stood here is not published any more
  moved,
  not_found
};

/// Whether a page is that of a document, handbook or catalog, at its own address.
constexpr bool shows_item(PageKind kind) {
  return kind == PageKind::document || kind == PageKind::handbook || kind == PageKind::catalog;
}

/// Whether a page is about a document, handbook or catalog, but not its own: no alias leads there.
constexpr bool is_about_item(PageKind kind) {
  return kind == PageKind::release || kind == PageKind::history || kind == PageKind::redline ||
         kind == PageKind::catalog_coverage;
}

/// Why an address has nothing to show any more.
enum class GoneReason {
  removed,    ///< the item has no source any more; `item` is its newest release, whose permanent address still stands
  withdrawn,  ///< this audience may not see it any more: nothing of it but its id and version may be told
  left        ///< a member that left: which one is told by the title
};

/// A page that the site will have.
struct PagePlan {
  PageKind kind{};
  std::string address{};  ///< from `/` to `/`, or to a file's name
  /// An item's own title; empty for pages that the program makes: they are named in the site's language by emit/.
  std::string title{};
  std::optional<ItemRef> item{};
  std::optional<ItemRef> older{};  ///< for `redline`: the release before `item`
  std::string moved_to{};          ///< for `moved`: the address that the alias leads to
  GoneReason gone{};               ///< for `gone`
};

/// A PDF that the site will have.
struct PdfPlan {
  std::string address;
  std::optional<ItemRef> item;  ///< nothing: the Statement of Applicability
};

/// A file of content/ that the site copies as it is, because a page that this audience sees refers to it.
struct FilePlan {
  std::string path;     ///< in the project
  std::string address;  ///< /filer/<path below content/>, or below the address of the release it belongs to
};

/// An entry of a menu: a section of the site, or a free page.
struct NavigationEntry {
  PageKind kind{};
  std::string title;  ///< as PagePlan::title
  std::string address;
};

/// The whole site, before a byte of it is written. Every address leads to one file, and no file lies below another:
/// where two want the same, what the program makes itself comes first, then items, then files, then aliases. (Which
/// item loses is a finding of check/.)
struct Site {
  const View* view = nullptr;
  Date date;             ///< the day that the site shows
  Date today;            ///< the day it is built
  bool is_past = false;  ///< whether that is another day than today: every page says so
  bool shows_drafts = false;
  std::vector<PagePlan> pages;              ///< by address
  std::vector<PdfPlan> pdfs;                ///< by address
  std::vector<FilePlan> files;              ///< by address
  std::vector<NavigationEntry> navigation;  ///< the sections that the site has
  std::vector<NavigationEntry> free_pages;  ///< the free pages at the top, in their order

  bool has_pdf(const std::string& address) const;
  bool has_file(const std::string& address) const;
  /// The page of an address, an anchor aside; null if there is none.
  const PagePlan* page_at(const std::string& address) const;
};

/// `view` must outlive the site.
Site plan_site(const View& view, const PointInTime& point);

}  // namespace kanon
