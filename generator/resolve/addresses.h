#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "resolve/model.h"

namespace kanon {

/// The site's folders, in the site's language: `/dokumenter/` or `/documents/`, and so on (contract, section 10).
struct Folders {
  std::string documents, members, projects, admission, catalogs, handbooks, glossary, applicability, dispensations,
      hierarchy, search, changes, evaluation, responsibilities, reviews;
};
const Folders& folders(Language language);

/// The address of an item's page, from `/` to `/`; nothing for items without one (objectives).
/// An edition that doesn't lead has its permanent address. Criteria, terms, requirements and dispensations live on a
/// page of many: the address then ends with `#anchor`.
std::optional<std::string> address_of(const Model& model, ItemRef item);
/// The address of the document, catalog or handbook that an edition belongs to: /dokumenter/<id>/, whichever it shows.
std::string home_address_of(const Model& model, ItemRef item);
/// The address of one edition of a document, catalog or handbook for good: /dokumenter/<id>/<version>/.
std::string permanent_address_of(const Model& model, ItemRef item);
std::string permanent_address_of(const Model& model, ItemKind kind, const ReleaseName& release);
/// The page of a document's, catalog's or handbook's versions: /dokumenter/<id>/historik/.
std::string history_address_of(const Model& model, ItemRef item);
/// The page of what a catalog's requirements cover: /kravkataloger/<id>/daekning/.
std::string coverage_address_of(const Model& model, ItemRef catalog);
/// Which documents cover which controls: /soa/daekning/; and the Statement of Applicability as a PDF: /soa/soa.pdf.
std::string control_coverage_address(Language language);
std::string applicability_pdf_address(Language language);
/// What changed between two editions of one item: /dokumenter/<id>/<v1>..<v2>/.
std::string redline_address_of(const Model& model, ItemRef older, ItemRef newer);
/// The address of a document's, catalog's or handbook's PDF: /dokumenter/<id>/<id>-<version>.pdf.
std::string pdf_address_of(const Model& model, ItemRef item);
std::string pdf_address_of(const Model& model, ItemKind kind, const ReleaseName& release);
/// The address that an alias stands for: `old/address` → `/old/address/`; one that ends in `.html` or `.htm` is a
/// file's.
std::string address_of_alias(std::string_view alias);
/// `/a/b/` → `a/b/index.html`; `/feed.xml` → `feed.xml`.
std::string file_of_address(const std::string& address);
/// How a page refers to another address of the site: relative, so that the site works below any folder.
std::string relative_href(const std::string& from_address, const std::string& to_address);

}  // namespace kanon
