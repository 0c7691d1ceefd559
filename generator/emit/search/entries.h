#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// A page of the site as the search tells of it.
struct SearchPage {
  std::string address;
  std::string title;
  std::string kind;  ///< in the site's language: the label of a document's type, «Kravkatalog», «Medlem» …
  /// Whether it holds now, is to come, or did once.
  enum class Rank { valid, upcoming, former } rank = Rank::valid;
};

/// One result that a search may give: a page, or a place on it.
struct SearchEntry {
  const SearchPage* page = nullptr;
  std::string anchor;       ///< empty for the page itself
  std::string title;        ///< of the page; of a place its own
  std::string text;         ///< what stands there, without markup
  std::string kind;         ///< where it isn't the page's
  bool is_section = false;  ///< a heading of a longer text, and not a thing of its own such as a requirement or a term
};

/// Calls `take` with everything that this audience may find on some of the site's pages, page by page: each page, then
/// its places in their order. Of documents, catalogs and handbooks the leading edition with all its sections, every
/// other one by its title alone.
void for_each_search_entry(const Site& site, std::span<const PagePlan> pages, const Words& words,
                           const std::function<void(const SearchEntry&)>& take);

/// An entry of the list from A to Z.
struct SearchListed {
  std::string title;
  std::string address;  ///< may end with an anchor
  std::string kind;
};
/// Every page and term by title, as readers expect it: no sections, requirements or objectives, no editions that don't
/// lead.
std::vector<SearchListed> search_list(const Site& site, const Words& words);

}  // namespace kanon
