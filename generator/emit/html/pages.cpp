#include "emit/html/pages.h"

#include "emit/html/page_content.h"
#include "emit/html/page_frame.h"
#include "emit/html/page_parts.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

struct PageForm {
  const char* layout;
  void (*add_content)(Data&, const PageParts&);
};

PageForm form_of_release(ItemKind kind) {
  if (kind == ItemKind::handbook) return {"handbook", add_handbook};
  if (kind == ItemKind::catalog) return {"catalog", add_catalog};
  return {"document", add_document};
}

PageForm form_of(const PagePlan& page) {
  switch (page.kind) {
    case PageKind::front:
      return {"front", add_front};
    case PageKind::document:
      return {"document", add_document};
    case PageKind::document_list:
      return {"document_list", add_document_list};
    case PageKind::handbook:
      return {"handbook", add_handbook};
    case PageKind::handbook_list:
      return {"handbook_list", add_handbook_list};
    case PageKind::catalog:
      return {"catalog", add_catalog};
    case PageKind::catalog_list:
      return {"catalog_list", add_catalog_list};
    case PageKind::catalog_coverage:
      return {"catalog_coverage", add_catalog_coverage};
    case PageKind::applicability:
      return {"applicability", add_applicability};
    case PageKind::control_coverage:
      return {"control_coverage", add_control_coverage};
    case PageKind::dispensation_list:
      return {"dispensation_list", add_dispensation_list};
    case PageKind::member:
      return {"member", add_member};
    case PageKind::member_list:
      return {"member_list", add_member_list};
    case PageKind::free_page:
      return {"free_page", add_free_page};
    case PageKind::project:
      return {"project", add_project};
    case PageKind::project_list:
      return {"project_list", add_project_list};
    case PageKind::responsibilities:
      return {"responsibilities", add_responsibilities};
    case PageKind::reviews:
      return {"reviews", add_reviews};
    case PageKind::evaluation:
      return {"evaluation", add_evaluation};
    case PageKind::admission:
      return {"admission", add_admission};
    case PageKind::glossary:
      return {"glossary", add_glossary};
    case PageKind::hierarchy:
      return {"hierarchy", add_hierarchy};
    case PageKind::release:
      return form_of_release(page.item->kind);
    case PageKind::history:
      return {"history", add_history};
    case PageKind::redline:
      return {"redline", add_redline_page};
    case PageKind::changes:
      return {"changes", add_changes};
    case PageKind::gone:
      return {"gone", add_gone};
    case PageKind::search:
      return {"search", add_search};
    case PageKind::statement:
    case PageKind::moved:
      return {"moved", nullptr};
    case PageKind::not_found:
      break;
  }
  return {"not_found", nullptr};
}

/// The source that a page shows the body of.
std::optional<FileIndex> body_of(const View& view, const PagePlan& page) {
  if (!page.item || page.kind == PageKind::history || page.kind == PageKind::redline || page.kind == PageKind::gone)
    return std::nullopt;
  switch (page.item->kind) {
    case ItemKind::document:
      return view.document(*page.item).file;
    case ItemKind::member:
      return view.member(*page.item).file;
    case ItemKind::project:
      return view.project(*page.item).file;
    case ItemKind::page:
      return view.page(*page.item).file;
    default:
      return std::nullopt;
  }
}

std::string origin_of(const View& view, const PagePlan& page) {
  if (const auto body = body_of(view, page)) return view.path_of(*body);
  const bool is_governed =
      page.kind == PageKind::handbook || page.kind == PageKind::catalog || is_about_item(page.kind);
  if (page.item && is_governed) return view.path_of(view.governed(*page.item).file);
  return "kanon.yaml";
}

std::vector<const Term*> linked_terms(const View& view) {
  return view.config().links_terms ? view.terms() : std::vector<const Term*>{};
}

}  // namespace

struct PageContents::State {
  State(const Site& site, const Theme& theme, const Pictures& pictures)
      : site(site),
        pictures(pictures),
        words(theme.words(site.view->language())),
        layouts(theme),
        shared(site_data(*site.view, words)),
        embeds(*site.view, words, layouts, shared),
        terms(linked_terms(*site.view), site.view->language()),
        order(*site.view) {}

  const Site& site;
  const Pictures& pictures;
  const Words& words;
  Layouts layouts;
  Data shared;
  Embeds embeds;
  TermFinder terms;
  ReadingOrder order;
};

PageContents::PageContents(const Site& site, const Theme& theme, const Pictures& pictures)
    : state_(std::make_unique<State>(site, theme, pictures)) {}

PageContents::~PageContents() = default;

const Data& PageContents::shared() const { return state_->shared; }

Layouts& PageContents::layouts() { return state_->layouts; }

Result<PageContent> PageContents::of(const PagePlan& page) {
  State& state = *state_;
  const Hrefs hrefs(state.site, page);
  const PageParts parts{state.site, page, state.words, hrefs, state.pictures, state.embeds, state.terms, state.order};
  const auto body = body_of(parts.view(), page);
  Data data =
      page_frame(state.site, page, state.words, hrefs, body ? first_words(parts.view().parsed(*body)) : std::string());
  const PageForm form = form_of(page);
  if (form.add_content != nullptr) form.add_content(data, parts);
  if (auto error = state.embeds.take_error()) return std::unexpected(*std::move(error));
  return PageContent{form.layout, std::move(data)};
}

struct PageEmitter::State {
  State(const Site& site, const Theme& theme, const Pictures& pictures)
      : view(*site.view), contents(site, theme, pictures) {}

  const View& view;
  PageContents contents;
};

PageEmitter::PageEmitter(const Site& site, const Theme& theme, const Pictures& pictures)
    : state_(std::make_unique<State>(site, theme, pictures)) {}

PageEmitter::~PageEmitter() = default;

Result<Artifact> PageEmitter::emit(const PagePlan& page) {
  PageContents& contents = state_->contents;
  const auto made = contents.of(page);
  if (!made) return std::unexpected(made.error());
  auto html = contents.layouts().fill(made->layout, made->data, contents.shared());
  if (!html) return std::unexpected(std::move(html.error()));
  return Artifact{file_of_address(page.address), *std::move(html), origin_of(state_->view, page)};
}

}  // namespace kanon
