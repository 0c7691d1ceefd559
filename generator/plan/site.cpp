#include "plan/site.h"

#include <algorithm>
#include <set>

#include "plan/address_space.h"
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
  SitePlanner(const View& view, Date today) : view_(view), at_(folders(view.language())) {
    site_.view = &view;
    site_.date = today;
  }

  Site plan() {
    reserve_program_files();
    add_sections();
    add_items();
    add_free_pages();
    add_files();
    add_aliases();
    sort_by_address(site_.pages);
    sort_by_address(site_.pdfs);
    sort_by_address(site_.files);
    return std::move(site_);
  }

 private:
  void reserve_program_files() {
    // Nothing of the project may lie where the theme's own files do.
    for (const char* address : {"/sitemap.xml", "/robots.txt", "/assets/kanon.css", "/assets/kanon.js"}) {
      addresses_.take(address);
    }
    add({PageKind::not_found, "/404.html", {}, {}, {}});
  }

  bool add(PagePlan page) {
    if (!addresses_.take(page.address)) return false;
    site_.pages.push_back(std::move(page));
    return true;
  }

  void add_section(PageKind kind, const std::string& address) {
    if (add({kind, address, {}, {}, {}})) site_.navigation.push_back({kind, {}, address});
  }

  // The address of the front page is the program's; its text is that of the page `index`, where there is one.
  void add_sections() {
    add({PageKind::front, "/", {}, front_text(), {}});
    if (!view_.documents().empty()) {
      add_section(PageKind::document_list, at_.documents);
      add_section(PageKind::hierarchy, at_.hierarchy);
    }
    if (!view_.handbooks().empty()) add_section(PageKind::handbook_list, at_.handbooks);
    if (!view_.members().empty()) add_section(PageKind::member_list, at_.members);
    if (!view_.objectives().empty()) add_section(PageKind::admission, at_.admission);
    if (!view_.terms().empty()) add_section(PageKind::glossary, at_.glossary);
  }

  std::optional<ItemRef> front_text() const {
    for (const Page* page : view_.pages()) {
      if (view_.address_of(view_.ref_of(*page)) == "/") return view_.ref_of(*page);
    }
    return std::nullopt;
  }

  bool add_item(PageKind kind, ItemRef item) {
    const auto address = view_.address_of(item);
    return address && add({kind, *address, view_.title_of(item), item, {}});
  }

  void add_pdf(ItemRef item) {
    const std::string address = view_.pdf_address_of(item);
    if (addresses_.take(address)) site_.pdfs.push_back({address, item});
  }

  void add_items() {
    for (const Document* document : view_.documents()) {
      if (add_item(PageKind::document, view_.ref_of(*document))) add_pdf(view_.ref_of(*document));
    }
    for (const Handbook* handbook : view_.handbooks()) {
      if (add_item(PageKind::handbook, view_.ref_of(*handbook))) add_pdf(view_.ref_of(*handbook));
    }
    for (const PublishedMember& member : view_.members()) add_item(PageKind::member, member.ref);
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
    for (const Document* document : view_.documents()) collect(document->file);
    for (const PublishedMember& member : view_.members()) collect(member.file);
    for (const Page* page : view_.pages()) collect(page->file);
    for (const std::string& path : paths) {
      const std::string address = address_of_file(path, view_.language());
      if (addresses_.take(address)) site_.files.push_back({path, address});
    }
  }

  void add_aliases() {
    const std::vector<PagePlan> planned = site_.pages;
    for (const PagePlan& page : planned) {
      if (!page.item) continue;
      for (const LocatedText& alias : aliases_of(*page.item)) {
        add({PageKind::moved, address_of_alias(*alias), page.title, {}, page.address});
      }
    }
  }

  const std::vector<LocatedText>& aliases_of(ItemRef item) const {
    switch (item.kind) {
      case ItemKind::document:
        return view_.document(item).aliases;
      case ItemKind::handbook:
        return view_.handbook(item).aliases;
      case ItemKind::member:
        return view_.member(item).aliases;
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

Site plan_site(const View& view, Date today) { return SitePlanner(view, today).plan(); }

std::string address_of_file(const std::string& path, Language language) {
  constexpr std::string_view content = "content/";
  const std::string below = path.starts_with(content) ? path.substr(content.size()) : path;
  return (language == Language::da ? "/filer/" : "/files/") + below;
}

}  // namespace kanon
