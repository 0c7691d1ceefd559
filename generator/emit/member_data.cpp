#include "emit/member_data.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/csv.h"
#include "base/text.h"
#include "emit/html/hrefs.h"
#include "emit/json_data.h"
#include "emit/member_schema.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(MemberKind kind) { return kind == MemberKind::founding ? "founding" : "associated"; }

Json address_or_null(const Site& site, const std::optional<std::string>& address) {
  return address && site.page_at(*address) != nullptr ? Json(*address) : Json(nullptr);
}

/// What it says of criteria that there are.
Json criteria_json(const View& view, const Declaration& declaration) {
  Json rows = Json::array();
  for (const CriterionStatement& statement : declaration.criteria) {
    const auto criterion = view.find(*statement.criterion);
    if (!criterion || criterion->kind != ItemKind::criterion) continue;
    rows.push_back({{"criterion", *statement.criterion},
                    {"objective", *view.objectives()[criterion->index]->id},
                    {"statement", statement.statement}});
  }
  return rows;
}

Json projects_json(const View& view, const Declaration& declaration) {
  Json ids = Json::array();
  for (const LocatedText& id : declaration.projects) {
    const auto project = view.find(*id);
    if (project && project->kind == ItemKind::project) ids.push_back(*id);
  }
  return ids;
}

Json member_json(const Site& site, const PublishedMember& member) {
  const View& view = *site.view;
  const auto& declaration = member.declaration;
  return {{"id", *member.id},
          {"name", *member.name},
          {"kind", name_of(member.kind)},
          {"standing", "member"},
          {"cvr", text_or_null(unlocated(member.cvr).value_or(""))},
          {"website", text_or_null(unlocated(member.website).value_or(""))},
          {"admitted", day_or_null(unlocated(member.admitted))},
          {"left", nullptr},
          {"declared", declaration ? day_or_null(unlocated((*declaration)->date)) : Json(nullptr)},
          {"address", address_or_null(site, view.address_of(member.ref))},
          {"criteria", declaration ? criteria_json(view, **declaration) : Json::array()},
          {"projects", declaration ? projects_json(view, **declaration) : Json::array()}};
}

Json member_json(const Site& site, const FormerMember& member) {
  return {{"id", *member.id},
          {"name", *member.name},
          {"kind", name_of(member.kind)},
          {"standing", "former"},
          {"cvr", nullptr},
          {"website", nullptr},
          {"admitted", day_or_null(member.admitted)},
          {"left", day_or_null(member.left)},
          {"declared", nullptr},
          {"address", address_or_null(site, member.address)},
          {"criteria", Json::array()},
          {"projects", Json::array()}};
}

std::vector<Json> rows_by_id(const Site& site) {
  std::vector<Json> rows;
  for (const PublishedMember& member : site.view->members()) rows.push_back(member_json(site, member));
  for (const FormerMember& member : site.view->former_members()) rows.push_back(member_json(site, member));
  std::ranges::sort(rows, {}, [](const Json& row) { return row["id"].get<std::string>(); });
  return rows;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

/// The ids of a list, with spaces between.
std::string ids_of(const Json& list, const char* key) {
  std::vector<std::string> ids;
  for (const Json& one : list) ids.push_back(key == nullptr ? one.get<std::string>() : text_of(one[key]));
  return join(ids, " ");
}

std::string csv(const std::vector<Json>& rows, char separator) {
  constexpr std::array<const char*, 10> texts{"id",      "name",     "kind", "standing", "cvr",
                                              "website", "admitted", "left", "declared", "address"};
  const auto field = [separator](const std::string& text) { return csv_field(disarmed(text), separator); };
  std::string out(csv_mark);
  for (const char* key : texts) out += key + std::string(1, separator);
  out += "criteria";
  out += separator;
  out += "projects\r\n";
  for (const Json& row : rows) {
    for (const char* key : texts) out += field(text_of(row[key])) + separator;
    out += field(ids_of(row["criteria"], "criterion")) + separator;
    out += field(ids_of(row["projects"], nullptr)) + "\r\n";
  }
  return out;
}

}  // namespace

std::vector<Artifact> emit_member_data(const Site& site) {
  const View& view = *site.view;
  const std::vector<Json> rows = rows_by_id(site);
  const char separator = view.language() == Language::da ? ';' : ',';
  return {{"data/members.json", json_bytes({{"version", 1}, {"members", rows}}), "content/members"},
          {"data/members.schema.json", schema_bytes(view.config(), "/data/members.schema.json", member_schema()),
           "kanon.yaml"},
          {"data/members.csv", csv(rows, separator), "content/members"}};
}

}  // namespace kanon
