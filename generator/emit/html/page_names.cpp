#include "emit/html/page_names.h"

namespace kanon {
namespace {

std::string with_versions(const Site& site, const PagePlan& page, const Words& words, const char* word) {
  const View& view = *site.view;
  return words.with(word, {{"title", page.title},
                           {"from", view.governed(*page.older).version->text()},
                           {"to", view.governed(*page.item).version->text()}});
}

}  // namespace

const char* word_of(PageKind kind) {
  switch (kind) {
    case PageKind::document_list:
      return "documents";
    case PageKind::handbook_list:
      return "handbooks";
    case PageKind::catalog_list:
      return "catalogs";
    case PageKind::applicability:
      return "applicability_short";
    case PageKind::control_coverage:
      return "control_coverage";
    case PageKind::dispensation_list:
      return "dispensations";
    case PageKind::member_list:
      return "members";
    case PageKind::project_list:
      return "projects";
    case PageKind::responsibilities:
      return "responsibilities_short";
    case PageKind::reviews:
      return "reviews";
    case PageKind::evaluation:
      return "evaluation";
    case PageKind::admission:
      return "admission";
    case PageKind::glossary:
      return "glossary";
    case PageKind::hierarchy:
      return "hierarchy_short";
    case PageKind::changes:
      return "changes";
    case PageKind::search:
      return "search";
    case PageKind::statement:
      return "accessibility_statement";
    case PageKind::not_found:
      return "not_found";
    default:
      return "";
  }
}

std::string page_title(const Site& site, const PagePlan& page, const Words& words) {
  if (page.kind == PageKind::front) return page.item ? site.view->title_of(*page.item) : site.view->config().title;
  if (page.kind == PageKind::gone && page.gone == GoneReason::withdrawn) return words["withdrawn"];
  if (page.kind == PageKind::applicability) return words["applicability_title"];
  if (page.kind == PageKind::responsibilities) return words["responsibilities"];
  if (page.kind == PageKind::hierarchy) return words["hierarchy"];
  const std::string_view word = word_of(page.kind);
  return word.empty() ? page.title : words[word];
}

std::string own_title(const Site& site, const PagePlan& page, const Words& words) {
  if (page.kind == PageKind::history) return words["history"];
  if (page.kind == PageKind::catalog_coverage) return words["coverage"];
  if (page.kind == PageKind::redline) return with_versions(site, page, words, "redline_short");
  if (page.kind == PageKind::release)
    return words.with("version_n", {{"version", site.view->governed(*page.item).version->text()}});
  return page_title(site, page, words);
}

std::string whole_title(const Site& site, const PagePlan& page, const Words& words) {
  if (page.kind == PageKind::history) return words.with("history_of", {{"title", page.title}});
  if (page.kind == PageKind::catalog_coverage) return words.with("coverage_of", {{"title", page.title}});
  if (page.kind == PageKind::redline) return with_versions(site, page, words, "redline_of");
  if (page.kind == PageKind::release)
    return words.with("release_of",
                      {{"title", page.title}, {"version", site.view->governed(*page.item).version->text()}});
  return page_title(site, page, words);
}

}  // namespace kanon
