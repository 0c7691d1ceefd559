#include "emit/search/entries.h"

#include <algorithm>

#include "base/collate.h"
#include "emit/html/page_names.h"
#include "emit/html/rows.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

using Take = std::function<void(const SearchEntry&)>;

SearchPage::Rank rank_of(Standing standing) {
  switch (standing) {
    case Standing::in_force:
      return SearchPage::Rank::valid;
    case Standing::upcoming:
    case Standing::draft:
      return SearchPage::Rank::upcoming;
    case Standing::superseded:
    case Standing::ended:
      break;
  }
  return SearchPage::Rank::former;
}

/// Adds words, with one blank wherever there are several.
void add_text(std::string& text, std::string_view more) {
  constexpr std::string_view blanks = " \n\t";
  while (true) {
    const std::size_t begin = more.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(more.find_first_of(blanks, begin), more.size());
    if (!text.empty()) text += ' ';
    text += more.substr(begin, end - begin);
    more.remove_prefix(end);
  }
}

/// How much of the site is collected: what has a name of its own, or the sections of texts and older editions too.
enum class Depth { things, sections };

class EntryCollector {
 public:
  EntryCollector(const Site& site, const Words& words, Depth depth, const Take& take)
      : site_(site), view_(*site.view), words_(words), depth_(depth), take_(take) {}

  void collect(std::span<const PagePlan> pages) {
    for (const PagePlan& page : pages) add(page);
  }

 private:
  void add(const PagePlan& page) {
    switch (page.kind) {
      case PageKind::document:
        return add_document(page);
      case PageKind::catalog:
        return add_catalog(page);
      case PageKind::handbook:
        return add_handbook(page);
      case PageKind::release:
        return add_release(page);
      case PageKind::member:
        return add_member(page);
      case PageKind::project:
        return add_body(begin(page, words_["project"]), view_.project(*page.item).file);
      case PageKind::free_page:
        return add_body(begin(page, words_["search_page"]), view_.page(*page.item).file);
      case PageKind::front:
        if (page.item) add_body(begin(page, words_["search_page"]), view_.page(*page.item).file);
        return;
      case PageKind::glossary:
        return add_terms(page);
      case PageKind::admission:
        return add_objectives(page);
      case PageKind::document_list:
      case PageKind::handbook_list:
      case PageKind::catalog_list:
      case PageKind::member_list:
      case PageKind::project_list:
      case PageKind::hierarchy:
      case PageKind::responsibilities:
      case PageKind::changes:
        return take_(begin(page, words_["search_page"]));
      default:
        return;
    }
  }

  /// The entry of a page itself.
  SearchEntry begin(const PagePlan& page, const std::string& kind) {
    page_ = {page.address, page_title(site_, page, words_), kind, SearchPage::Rank::valid};
    SearchEntry entry;
    entry.page = &page_;
    entry.title = page_.title;
    return entry;
  }

  SearchEntry place(std::string anchor, std::string title) const {
    SearchEntry entry;
    entry.page = &page_;
    entry.anchor = std::move(anchor);
    entry.title = std::move(title);
    return entry;
  }

  /// What stands before the first heading belongs to the page; each heading of the body itself begins a section.
  void add_body(SearchEntry entry, FileIndex file) {
    if (depth_ == Depth::things) return take_(entry);
    const ParsedFile& body = view_.parsed(file);
    const auto nodes = body.markdown();
    for (std::uint32_t node = 1; node < nodes.size(); node = nodes[node].next) {
      if (nodes[node].kind == MarkdownKind::heading) {
        take_(entry);
        entry = place(std::string(body.string(nodes[node].text)), plain_text(body, node));
        entry.is_section = true;
        continue;
      }
      if (nodes[node].kind == MarkdownKind::admonition) add_text(entry.text, body.string(nodes[node].text));
      add_text(entry.text, plain_text(body, node));
    }
    take_(entry);
  }

  void add_document(const PagePlan& page) {
    const Document& document = view_.document(*page.item);
    SearchEntry entry = begin(page, type_label(view_, document));
    page_.rank = rank_of(document.edition.standing);
    add_body(std::move(entry), document.file);
  }

  void add_catalog(const PagePlan& page) {
    const Catalog& catalog = view_.catalog(*page.item);
    const SearchEntry entry = begin(page, words_["catalog"]);
    page_.rank = rank_of(catalog.edition.standing);
    take_(entry);
    for (const Requirement& requirement : catalog.requirements) {
      SearchEntry one = place(*requirement.id, *requirement.id);
      if (!requirement.theme.empty()) one.title += " · " + requirement.theme;
      one.kind = words_["requirement"];
      for (const std::string* text : {&*requirement.text, &requirement.verification, &requirement.note})
        add_text(one.text, *text);
      take_(one);
    }
  }

  void add_handbook(const PagePlan& page) {
    const Handbook& handbook = view_.handbook(*page.item);
    SearchEntry entry = begin(page, words_["handbook"]);
    page_.rank = rank_of(handbook.edition.standing);
    add_text(entry.text, handbook.subtitle);
    for (const HandbookPart& part : handbook.parts) add_text(entry.text, part.title);
    take_(entry);
  }

  // The item's own address shows the text of the edition that leads; the others are to be found by name.
  void add_release(const PagePlan& page) {
    const Edition& edition = view_.governed(*page.item).edition;
    if (edition.leads || depth_ == Depth::things) return;
    const ItemKind of = page.item->kind;
    SearchEntry entry = begin(page, of == ItemKind::document  ? type_label(view_, view_.document(*page.item))
                                    : of == ItemKind::catalog ? words_["catalog"]
                                                              : words_["handbook"]);
    page_.title = whole_title(site_, page, words_);
    page_.rank = rank_of(edition.standing);
    entry.title = page_.title;
    take_(entry);
  }

  void add_member(const PagePlan& page) {
    const PublishedMember& member = view_.member(*page.item);
    add_body(begin(page, words_["search_member"]), member.file);
    add_statements(member);
  }

  /// What the member says of the criteria that its page shows.
  void add_statements(const PublishedMember& member) {
    if (!member.declaration) return;
    SearchEntry entry = place("_criteria-met", words_["criteria_met"]);
    entry.is_section = true;
    for (const Objective* objective : view_.objectives()) {
      for (const Criterion& criterion : objective->criteria) {
        for (const CriterionStatement& statement : (*member.declaration)->criteria) {
          if (*statement.criterion == *criterion.id) add_text(entry.text, statement.statement);
        }
      }
    }
    if (!entry.text.empty()) take_(entry);
  }

  void add_terms(const PagePlan& page) {
    take_(begin(page, words_["search_page"]));
    for (const Term* term : view_.terms()) {
      SearchEntry entry = place(*term->id, term->term);
      entry.kind = words_["search_term"];
      entry.text = term->definition;
      take_(entry);
    }
  }

  void add_objectives(const PagePlan& page) {
    take_(begin(page, words_["search_page"]));
    for (const Objective* objective : view_.objectives()) {
      SearchEntry entry = place(*objective->id, objective->title);
      entry.kind = words_["objective"];
      for (const Criterion& criterion : objective->criteria) add_text(entry.text, criterion.text);
      take_(entry);
    }
  }

  const Site& site_;
  const View& view_;
  const Words& words_;
  Depth depth_;
  const Take& take_;
  SearchPage page_;
};

}  // namespace

void for_each_search_entry(const Site& site, std::span<const PagePlan> pages, const Words& words, const Take& take) {
  EntryCollector(site, words, Depth::sections, take).collect(pages);
}

std::vector<SearchListed> search_list(const Site& site, const Words& words) {
  std::vector<SearchListed> list;
  const std::string& objective = words["objective"];
  const std::string& requirement = words["requirement"];
  const Take take = [&](const SearchEntry& entry) {
    if (entry.is_section || entry.title.empty() || entry.kind == objective || entry.kind == requirement) return;
    list.push_back({entry.title, entry.anchor.empty() ? entry.page->address : entry.page->address + "#" + entry.anchor,
                    entry.kind.empty() ? entry.page->kind : entry.kind});
  };
  EntryCollector(site, words, Depth::things, take).collect(site.pages);
  std::ranges::stable_sort(list, [&](const SearchListed& a, const SearchListed& b) {
    return compare_titles(a.title, b.title, words.language()) < 0;
  });
  return list;
}

}  // namespace kanon
