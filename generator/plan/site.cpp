#include "plan/site.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "plan/address_space.h"
#include "plan/catalog_contents.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

template <class Plan>
void sort_by_address(std::vector<Plan>& plans) {
  std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) { return a.address < b.address; });
}

template <class Plan>
const Plan* at(const std::vector<Plan>& plans, const std::string& address) {
  const auto found =
      std::lower_bound(plans.begin(), plans.end(), address,
                       [](const Plan& plan, const std::string& wanted) { return plan.address < wanted; });
  return found != plans.end() && found->address == address ? &*found : nullptr;
}

class SitePlanner {
 public:
  SitePlanner(const View& view, const PointInTime& point) : view_(view), at_(folders(view.language())) {
    site_.view = &view;
    site_.date = point.date;
    site_.today = point.today;
    site_.is_past = point.date != point.today;
    site_.shows_drafts = point.drafts != Drafts::left_out;
  }

  Site plan() {
    reserve_program_files();
    add_sections();
    add_items();
    add_editions();
    add_free_pages();
    add_files();
    add_aliases();
    add_gone();
    sort_by_address(site_.pages);
    sort_by_address(site_.pdfs);
    sort_by_address(site_.files);
    return std::move(site_);
  }

 private:
  void reserve_program_files() {
    // Nothing of the project may lie where the theme's own files do.
    for (const char* address : {"/sitemap.xml", "/robots.txt", "/feed.xml", "/assets/kanon.css", "/assets/kanon.js",
                                "/assets/search.js", "/data/documents.json", "/data/ledger.json", "/data/members.json",
                                "/data/members.csv", "/data/members.schema.json", "/data/requirements.json",
                                "/data/requirements.schema.json", "/data/sha256sums.txt"}) {
      addresses_.take(address);
    }
    add({.kind = PageKind::not_found, .address = "/404.html"});
  }

  bool add(PagePlan page) {
    if (!addresses_.take(page.address)) return false;
    site_.pages.push_back(std::move(page));
    return true;
  }

  void add_section(PageKind kind, const std::string& address) {
    if (add({.kind = kind, .address = address})) site_.navigation.push_back({kind, {}, address});
  }

  // The address of the front page is the program's; its text is that of the page `index`, where there is one.
  void add_sections() {
    add({.kind = PageKind::front, .address = "/", .item = front_text()});
    if (!view_.documents().empty()) {
      add_section(PageKind::responsibilities, at_.responsibilities);
      add_section(PageKind::document_list, at_.documents);
      add_section(PageKind::hierarchy, at_.hierarchy);
    }
    if (!view_.handbooks().empty()) add_section(PageKind::handbook_list, at_.handbooks);
    if (!view_.catalogs().empty()) add_section(PageKind::catalog_list, at_.catalogs);
    if (!view_.applicability().empty()) add_applicability();
    if (!view_.dispensations().empty()) add_section(PageKind::dispensation_list, at_.dispensations);
    if (!view_.members().empty()) add_section(PageKind::member_list, at_.members);
    if (!view_.projects().empty()) add_section(PageKind::project_list, at_.projects);
    if (!view_.reviews().empty()) add_section(PageKind::reviews, at_.reviews);
    if (!view_.contributions(site_.date).empty()) add_section(PageKind::evaluation, at_.evaluation);
    if (!view_.objectives().empty()) add_section(PageKind::admission, at_.admission);
    if (!view_.terms().empty()) add_section(PageKind::glossary, at_.glossary);
    if (!view_.releases().empty()) add_section(PageKind::changes, at_.changes);
    add({.kind = PageKind::search, .address = at_.search});
    if (!view_.config().accessibility_statement.empty()) add({.kind = PageKind::statement, .address = "/was/"});
  }

  void add_applicability() {
    add_section(PageKind::applicability, at_.applicability);
    add({.kind = PageKind::control_coverage, .address = control_coverage_address(view_.language())});
    const std::string pdf = applicability_pdf_address(view_.language());
    if (addresses_.take(pdf)) site_.pdfs.push_back({pdf, std::nullopt});
  }

  std::optional<ItemRef> front_text() const {
    for (const Page* page : view_.pages()) {
      if (view_.address_of(view_.ref_of(*page)) == "/") return view_.ref_of(*page);
    }
    return std::nullopt;
  }

  bool add_item(PageKind kind, ItemRef item) {
    const auto address = view_.address_of(item);
    return address && add({.kind = kind, .address = *address, .title = view_.title_of(item), .item = item});
  }

  void add_pdf(ItemRef item) {
    const std::string address = view_.pdf_address_of(item);
    if (addresses_.take(address)) site_.pdfs.push_back({address, item});
  }

  void add_items() {
    for (const Document* document : view_.documents()) add_item(PageKind::document, view_.ref_of(*document));
    for (const Handbook* handbook : view_.handbooks()) add_item(PageKind::handbook, view_.ref_of(*handbook));
    for (const Catalog* catalog : view_.catalogs()) add_catalog(*catalog);
    for (const PublishedMember& member : view_.members()) add_item(PageKind::member, member.ref);
    for (const Project* project : view_.projects()) add_item(PageKind::project, view_.ref_of(*project));
  }

  /// A catalog without recommendations has nothing to cover.
  void add_catalog(const Catalog& catalog) {
    const ItemRef item = view_.ref_of(catalog);
    if (!add_item(PageKind::catalog, item) || contents_of(view_, catalog).recommendations.empty()) return;
    add({.kind = PageKind::catalog_coverage,
         .address = view_.coverage_address_of(item),
         .title = view_.title_of(item),
         .item = item});
  }

  /// What has versions: each on its address for good, its PDF, and the page that lists them.
  void add_editions() {
    for (const Document* document : view_.documents()) add_editions_of(view_.ref_of(*document));
    for (const Handbook* handbook : view_.handbooks()) add_editions_of(view_.ref_of(*handbook));
    for (const Catalog* catalog : view_.catalogs()) add_editions_of(view_.ref_of(*catalog));
    for (const ItemRef item : view_.removed()) add_editions_of(item);
  }

  void add_editions_of(ItemRef item) {
    for (const ItemRef edition : view_.editions_of(item)) {
      const Edition& of = view_.governed(edition).edition;
      // A draft that leads has the item's own address; it gets one for good when it is released.
      if (of.is_released() || !of.leads) {
        add({.kind = PageKind::release,
             .address = view_.permanent_address_of(edition),
             .title = view_.title_of(edition),
             .item = edition});
      }
      add_pdf(edition);
    }
    add_redlines_of(item);
    add({.kind = PageKind::history,
         .address = view_.history_address_of(item),
         .title = view_.title_of(item),
         .item = item});
  }

  /// Only between neighbours, and only where the audience sees both.
  void add_redlines_of(ItemRef item) {
    for (const ItemRef edition : view_.editions_of(item)) {
      const auto older = view_.release_before(edition);
      if (!older || older->kind != edition.kind) continue;
      add({.kind = PageKind::redline,
           .address = view_.redline_address_of(*older, edition),
           .title = view_.title_of(edition),
           .item = edition,
           .older = older});
    }
  }

  /// Addresses that were published once and have nothing to show any more. Whatever else wants them comes first.
  void add_gone() {
    for (const ItemRef item : view_.removed()) {
      add({.kind = PageKind::gone,
           .address = view_.home_address_of(item),
           .title = view_.title_of(item),
           .item = item,
           .gone = GoneReason::removed});
    }
    for (const ItemRef item : view_.withdrawn()) {
      const auto add_withdrawn = [&](std::string address) {
        add({.kind = PageKind::gone, .address = std::move(address), .item = item, .gone = GoneReason::withdrawn});
      };
      add_withdrawn(view_.permanent_address_of(item));
      for (std::string& address : redlines_of_withdrawn(item)) add_withdrawn(std::move(address));
      // The item itself only where nothing of it is shown: what is shown has these addresses already.
      add_withdrawn(view_.home_address_of(item));
      add_withdrawn(view_.history_address_of(item));
    }
    for (const FormerMember& member : view_.former_members()) {
      add({.kind = PageKind::gone, .address = member.address, .title = *member.name, .gone = GoneReason::left});
    }
  }

  /// Of the redlines that a withdrawn edition may have had: those with a neighbour that this audience sees, or once
  /// saw.
  std::vector<std::string> redlines_of_withdrawn(ItemRef item) const {
    std::vector<ItemRef> others = view_.editions_of(item);
    const auto withdrawn = view_.withdrawn();
    std::ranges::copy_if(withdrawn, std::back_inserter(others), [&](ItemRef other) {
      return other.kind == item.kind && *view_.governed(other).id == *view_.governed(item).id;
    });
    std::vector<std::string> addresses;
    const auto version_of = [&](ItemRef edition) { return *view_.governed(edition).version; };
    const ItemArchive* ledger = view_.ledger_of(item);
    if (ledger == nullptr) return addresses;
    for (std::size_t i = 1; i < ledger->entries.size(); ++i) {
      const Version& older = *ledger->entries[i - 1].version;
      const Version& newer = *ledger->entries[i].version;
      if (older != version_of(item) && newer != version_of(item)) continue;
      const auto old_one = std::ranges::find(others, older, version_of);
      const auto new_one = std::ranges::find(others, newer, version_of);
      if (old_one != others.end() && new_one != others.end())
        addresses.push_back(view_.redline_address_of(*old_one, *new_one));
    }
    return addresses;
  }

  void add_free_pages() {
    for (const Page* page : view_.pages()) {
      if (!add_item(PageKind::free_page, view_.ref_of(*page))) continue;
      const PagePlan& planned = site_.pages.back();
      const bool at_the_top = std::count(planned.address.begin(), planned.address.end(), '/') == 2;
      if (at_the_top) site_.free_pages.push_back({PageKind::free_page, planned.title, planned.address});
    }
  }

  void add_files() {
    std::set<std::string> paths;
    const auto collect = [&](FileIndex file) {
      for (std::string& path : view_.linked_files(file)) paths.insert(std::move(path));
    };
    for (const PagePlan& page : site_.pages) {
      const bool shows_document = page.kind == PageKind::document || page.kind == PageKind::release;
      if (shows_document && page.item->kind == ItemKind::document) collect(view_.document(*page.item).file);
    }
    for (const PublishedMember& member : view_.members()) collect(member.file);
    for (const Project* project : view_.projects()) collect(project->file);
    for (const Page* page : view_.pages()) collect(page->file);
    for (const std::string& path : paths) {
      const std::string address = view_.address_of_file(path);
      if (addresses_.take(address)) site_.files.push_back({path, address});
    }
  }

  void add_aliases() {
    const std::vector<PagePlan> planned = site_.pages;
    for (const PagePlan& page : planned) {
      if (!page.item || is_about_item(page.kind)) continue;
      for (const LocatedText& alias : aliases_of(*page.item)) {
        add({.kind = PageKind::moved,
             .address = address_of_alias(*alias),
             .title = page.title,
             .moved_to = page.address});
      }
    }
  }

  const std::vector<LocatedText>& aliases_of(ItemRef item) const {
    switch (item.kind) {
      case ItemKind::document:
        return view_.document(item).aliases;
      case ItemKind::handbook:
        return view_.handbook(item).aliases;
      case ItemKind::catalog:
        return view_.catalog(item).aliases;
      case ItemKind::member:
        return view_.member(item).aliases;
      case ItemKind::project:
        return view_.project(item).aliases;
      default:
        return view_.page(item).aliases;
    }
  }

  const View& view_;
  const Folders& at_;
  AddressSpace addresses_;
  Site site_;
};

}  // namespace

bool Site::has_pdf(const std::string& address) const { return at(pdfs, address) != nullptr; }

bool Site::has_file(const std::string& address) const { return at(files, address) != nullptr; }

const PagePlan* Site::page_at(const std::string& address) const {
  return at(pages, address.substr(0, address.find('#')));
}

Site plan_site(const View& view, const PointInTime& point) { return SitePlanner(view, point).plan(); }

}  // namespace kanon
