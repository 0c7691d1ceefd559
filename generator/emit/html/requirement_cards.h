#pragma once

#include "emit/html/page_parts.h"
#include "plan/catalog_contents.h"

namespace kanon {

/// Writes the requirements of a catalog's page: each with all that is known of it and where that leads. On a permanent
/// page nothing that changes with other items.
class RequirementCards {
 public:
  RequirementCards(const PageParts& parts, const Catalog& shown, const CatalogContents& contents);

  /// {id, text, kind, kind_key, form, form_key, theme, phase, level, verification, frequency, note, recommendations,
  /// controls, derives_from, implementations, inherited}
  Data card(const CatalogRequirement& one) const;
  /// Where a requirement is found, by this page.
  Data href_of(const CatalogRequirement& one) const;

 private:
  Data recommendations(const Requirement& requirement) const;
  Data derived(const Requirement& requirement) const;
  Data implementations(const Requirement& requirement) const;
  Data inherited(const CatalogRequirement& one) const;

  const PageParts& parts_;
  const Catalog& shown_;
  const CatalogContents& contents_;
  bool is_permanent_;
};

/// Where the site has a control's line of the Statement of Applicability; `false` without that page.
Data control_href(const PageParts& parts, const std::string& control);
/// {id, title, href} of each control of Annex A that is named, each once. Without links on a permanent page.
Data control_list(const PageParts& parts, const std::vector<LocatedText>& controls);
/// {title, href, section, section_href}: where a document carries out a requirement.
Data implementation_row(const PageParts& parts, const Implementation& one);

}  // namespace kanon
