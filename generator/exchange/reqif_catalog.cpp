#include "exchange/reqif_catalog.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "exchange/reqif_foreign.h"
#include "exchange/reqif_names.h"
#include "read/oscal_catalog.h"

namespace kanon {
namespace {

const ReqifSpecification* own_specification(const ReqifDocument& document) {
  const auto found = std::ranges::find_if(document.specifications, [](const ReqifSpecification& one) {
    return one.type == reqif::catalog_type && one.attributes.find(reqif::version) != nullptr;
  });
  return found == document.specifications.end() ? nullptr : &*found;
}

/// Phases and recommendations in the order of the file, requirements likewise; the outline says in which phase each is.
class OwnCatalog {
 public:
  OwnCatalog(const ReqifDocument& document, const ReqifSpecification& specification, Mending& mending)
      : document_(document), specification_(specification), mending_(mending) {}

  Catalog read() {
    read_reqif_values(specification_.attributes, catalog_);
    std::map<std::string, std::string> phase_of;  // phase by identifier of the requirement
    for (const ReqifPlace& phase : specification_.children) {
      const auto found = document_.by_identifier.find(phase.object);
      if (found == document_.by_identifier.end()) continue;
      const std::string id = document_.objects[found->second].attributes.text(reqif::id);
      for (const ReqifPlace& below : phase.children) phase_of.emplace(below.object, id);
    }
    for (const ReqifObject& object : document_.objects) {
      const auto phase = phase_of.find(object.identifier);
      add(object, phase == phase_of.end() ? nullptr : &phase->second);
    }
    return std::move(catalog_);
  }

 private:
  void add(const ReqifObject& object, const std::string* phase) {
    const ReqifAttributes& attributes = object.attributes;
    if (object.type == reqif::phase_type) {
      catalog_.phases.push_back({{attributes.text(reqif::id), {}}, attributes.text(reqif::title)});
    } else if (object.type == reqif::recommendation_type) {
      catalog_.recommendations.push_back(
          {{attributes.text(reqif::id), {}}, {attributes.text(reqif::phase), {}}, attributes.text(reqif::text)});
    } else {
      Requirement requirement;
      read_reqif_values(attributes, requirement);
      requirement.id.value = mending_.requirement_id(attributes.text(reqif::id), object.identifier);
      requirement.phase = phase == nullptr ? attributes.maybe(reqif::phase) : LocatedText{*phase, {}};
      catalog_.requirements.push_back(std::move(requirement));
    }
  }

  const ReqifDocument& document_;
  const ReqifSpecification& specification_;
  Mending& mending_;
  Catalog catalog_;
};

}  // namespace

Result<Catalog> catalog_of(const ReqifDocument& document, Mending& mending) {
  if (document.objects.size() > kMostRequirements) {
    return wrong_use(message("Filen har mere end {} krav", "The file has more than {} requirements", kMostRequirements),
                     {"Del den op i flere.", "Split it into several."});
  }
  if (const auto* own = own_specification(document)) return OwnCatalog(document, *own, mending).read();
  return foreign_reqif_catalog(document, mending);
}

}  // namespace kanon
