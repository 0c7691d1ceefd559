#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "plan/view.h"

namespace kanon {

enum class PageKind {
  front,
  document,
  document_list,
  handbook,
  handbook_list,
  member,
  member_list,
  free_page,
  admission,
  glossary,
  hierarchy,
  moved,
  not_found
};

/// A page that the site will have.
struct PagePlan {
  PageKind kind{};
  std::string address;  ///< from `/` to `/`, or to a file's name
  /// An item's own title; empty for pages that the program makes: they are named in the site's language by emit/.
  std::string title;
  std::optional<ItemRef> item;
  std::string moved_to;  ///< for `moved`: the address that the alias leads to
};

/// A PDF that the site will have.
struct PdfPlan {
  std::string address;
  ItemRef item;
};

/// A file of content/ that the site copies as it is, because a page that this audience sees refers to it.
struct FilePlan {
  std::string path;     ///< in the project
  std::string address;  ///< /filer/<path below content/>
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
  Date date;                                ///< what «today» is
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
Site plan_site(const View& view, Date today);

/// Where the site has a file of content/: /filer/<path below content/>, /files/… on an English site.
std::string address_of_file(const std::string& path, Language language);

}  // namespace kanon
