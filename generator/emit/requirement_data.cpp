#include "emit/requirement_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "emit/json_data.h"
#include "emit/requirement_schema.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

Json address_or_null(const Site& site, const std::optional<std::string>& address) {
  return address && site.page_at(*address) != nullptr ? Json(*address) : Json(nullptr);
}

Json ids_json(const std::vector<LocatedText>& ids) {
  Json json = Json::array();
  for (const LocatedText& id : ids) json.push_back(*id);
  return json;
}

/// The requirements named that this audience sees.
Json seen_ids_json(const View& view, const std::vector<LocatedText>& ids) {
  Json json = Json::array();
  for (const LocatedText& id : ids) {
    const auto item = view.find(*id);
    if (item && item->kind == ItemKind::requirement) json.push_back(*id);
  }
  return json;
}

Json implementations_json(const View& view, const std::string& requirement) {
  Json json = Json::array();
  for (const Implementation& one : view.implementations_of(requirement)) {
    json.push_back({{"document", *view.document(one.document).id}, {"section", text_or_null(one.section)}});
  }
  return json;
}

Json requirement_json(const Site& site, const Catalog& catalog, std::uint32_t part) {
  const View& view = *site.view;
  const Requirement& one = catalog.requirements[part];
  const ItemRef item{ItemKind::requirement, view.ref_of(catalog).index, part};
  return {{"id", *one.id},
          {"catalog", *catalog.id},
          {"phase", text_or_null(unlocated(one.phase).value_or(""))},
          {"theme", text_or_null(one.theme)},
          {"text", *one.text},
          {"kind", one.minimum ? "minimum" : "standard"},
          {"form", one.solution ? "solution" : "effect"},
          {"verification", text_or_null(one.verification)},
          {"frequency", text_or_null(unlocated(one.frequency).value_or(""))},
          {"recommendations", ids_json(one.recommendations)},
          {"controls", ids_json(one.controls)},
          {"derives_from", seen_ids_json(view, one.derives_from)},
          {"note", text_or_null(one.note)},
          {"implemented_in", implementations_json(view, *one.id)},
          {"address", address_or_null(site, view.address_of(item))}};
}

Json phases_json(const Catalog& catalog) {
  Json json = Json::array();
  for (const Phase& phase : catalog.phases) json.push_back({{"id", *phase.id}, {"title", phase.title}});
  return json;
}

Json recommendations_json(const Catalog& catalog) {
  Json json = Json::array();
  for (const Recommendation& one : catalog.recommendations) {
    json.push_back({{"id", *one.id}, {"phase", text_or_null(*one.phase)}, {"text", one.text}});
  }
  return json;
}

Json catalog_json(const Site& site, const Catalog& catalog) {
  const View& view = *site.view;
  const std::vector<const Catalog*> chain = view.chain_of(catalog);
  const Catalog* extended = chain.size() > 1 ? chain[1] : nullptr;
  return {{"id", *catalog.id},
          {"title", *catalog.title},
          {"version", catalog.version->text()},
          {"level", text_or_null(unlocated(catalog.level).value_or(""))},
          {"classification", view.classification_of(view.ref_of(catalog))},
          {"owner", text_or_null(catalog.owner)},
          {"extends",
           extended == nullptr ? Json(nullptr) : Json{{"id", *extended->id}, {"version", extended->version->text()}}},
          {"fingerprint", text_or_null(catalog.edition.fingerprint)},
          {"address", address_or_null(site, view.address_of(view.ref_of(catalog)))},
          {"phases", phases_json(catalog)},
          {"recommendations", recommendations_json(catalog)}};
}

Json requirements_json(const Site& site) {
  std::vector<const Catalog*> catalogs = site.view->catalogs();
  std::ranges::sort(catalogs, {}, [](const Catalog* catalog) -> const std::string& { return *catalog->id; });
  Json rows = Json::array();
  Json requirements = Json::array();
  for (const Catalog* catalog : catalogs) {
    rows.push_back(catalog_json(site, *catalog));
    for (std::uint32_t part = 0; part < catalog->requirements.size(); ++part) {
      requirements.push_back(requirement_json(site, *catalog, part));
    }
  }
  return {{"version", 1}, {"catalogs", std::move(rows)}, {"requirements", std::move(requirements)}};
}

}  // namespace

std::vector<Artifact> emit_requirement_data(const Site& site) {
  return {{"data/requirements.json", json_bytes(requirements_json(site)), "content/catalogs"},
          {"data/requirements.schema.json",
           schema_bytes(site.view->config(), "/data/requirements.schema.json", requirement_schema()), "kanon.yaml"}};
}

}  // namespace kanon
