#include "emit/html/requirement_cards.h"

#include <set>

#include "emit/html/editions.h"
#include "emit/html/register_rows.h"
#include "model/annex_a.h"
#include "resolve/addresses.h"

namespace kanon {

Data control_href(const PageParts& parts, const std::string& control) {
  const std::string& address = folders(parts.view().language()).applicability;
  if (parts.page.kind == PageKind::release || parts.site.page_at(address) == nullptr) return false;
  return Data(parts.hrefs.to(address + "#" + control));
}

Data control_list(const PageParts& parts, const std::vector<LocatedText>& controls) {
  DataList rows;
  std::set<std::string_view> met;
  for (const LocatedText& id : controls) {
    const Control* control = annex_a_control(*id);
    if (control == nullptr || !met.insert(*id).second) continue;
    Data row;
    put(row, "id", control->id);
    put(row, "title", control->title.in(parts.view().language()));
    put(row, "href", control_href(parts, control->id));
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

Data implementation_row(const PageParts& parts, const Implementation& one) {
  Data row = item_row(parts.rows(), one.document);
  const std::string section =
      one.section.empty() ? std::string() : parts.view().heading_title(one.document, one.section);
  put(row, "section", text_or_nothing(section));
  put(row, "section_href",
      section.empty() ? Data(false) : text_or_nothing(parts.hrefs.to_target(ToItem{one.document, one.section})));
  return row;
}

RequirementCards::RequirementCards(const PageParts& parts, const Catalog& shown, const CatalogContents& contents)
    : parts_(parts), shown_(shown), contents_(contents), is_permanent_(parts.page.kind == PageKind::release) {}

Data RequirementCards::recommendations(const Requirement& requirement) const {
  const std::string coverage = parts_.view().coverage_address_of(parts_.view().ref_of(shown_));
  const bool is_linked = !is_permanent_ && parts_.site.page_at(coverage) != nullptr;
  DataList rows;
  for (const LocatedText& id : requirement.recommendations) {
    const CatalogRecommendation* found = contents_.recommendation(*id);
    Data row;
    put(row, "id", *id);
    put(row, "text", text_or_nothing(found == nullptr ? std::string() : found->recommendation->text));
    put(row, "href",
        found == nullptr || !is_linked ? Data(false)
                                       : Data(parts_.hrefs.to(coverage + "#" + recommendation_anchor(*id))));
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

/// Those on the same page, then others by where they are now. What this audience doesn't see is not named.
Data RequirementCards::derived(const Requirement& requirement) const {
  DataList rows;
  for (const LocatedText& id : requirement.derives_from) {
    const auto item = parts_.view().find(*id);
    const bool is_here = contents_.has_requirement(*id);
    if (!is_here && !(item && item->kind == ItemKind::requirement)) continue;
    Data row;
    put(row, "title", *id);
    put(row, "href",
        is_here         ? Data("#" + *id)
        : is_permanent_ ? Data(false)
                        : text_or_nothing(parts_.hrefs.to_item(*item)));
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

Data RequirementCards::implementations(const Requirement& requirement) const {
  if (is_permanent_) return false;
  DataList rows;
  for (const Implementation& one : parts_.view().implementations_of(*requirement.id)) {
    rows.push_back(implementation_row(parts_, one));
  }
  return items_or_nothing(rows);
}

Data RequirementCards::href_of(const CatalogRequirement& one) const {
  const ItemRef catalog = parts_.view().ref_of(*one.catalog);
  const bool is_pinned = is_permanent_ || !one.catalog->edition.leads;
  const Data page = is_pinned ? permanent_href(parts_, catalog) : text_or_nothing(parts_.hrefs.to_item(catalog));
  return page.is_false() ? Data(false) : Data(page.string_value() + "#" + *one.requirement->id);
}

/// {title, version, href}: which catalog it comes from; `false` for the catalog's own.
Data RequirementCards::inherited(const CatalogRequirement& one) const {
  if (one.catalog == &shown_) return false;
  Data row;
  put(row, "title", *one.catalog->title);
  put(row, "version", one.catalog->version->text());
  put(row, "href", href_of(one));
  return row;
}

Data RequirementCards::card(const CatalogRequirement& one) const {
  const Requirement& requirement = *one.requirement;
  Data row = requirement_row(parts_.words, requirement);
  put(row, "kind_key", std::string(requirement.minimum ? "minimum" : "standard"));
  put(row, "form_key", std::string(requirement.solution ? "solution" : "effect"));
  put(row, "phase", one.phase < contents_.phases.size() ? *contents_.phases[one.phase]->id : std::string());
  put(row, "level", one.catalog->level ? **one.catalog->level : std::string());
  put(row, "recommendations", recommendations(requirement));
  put(row, "controls", control_list(parts_, requirement.controls));
  put(row, "derives_from", derived(requirement));
  put(row, "implementations", implementations(requirement));
  put(row, "inherited", inherited(one));
  return row;
}

}  // namespace kanon
