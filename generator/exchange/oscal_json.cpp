#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "exchange/formats.h"
#include "exchange/oscal_document.h"
#include "exchange/oscal_json_reading.h"
#include "exchange/oscal_markdown.h"
#include "exchange/sources.h"
#include "exchange/writable.h"
#include "read/oscal_catalog.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

/// A list where there is anything in it: OSCAL has no empty ones.
template <class T, class Write>
void put_all(Json& object, const char* name, const std::vector<T>& items, Write write) {
  if (items.empty()) return;
  Json list = Json::array();
  for (const T& item : items) list.push_back(write(item));
  object[name] = std::move(list);
}

void put_if(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

Json prop(const OscalProp& prop) {
  Json json{{"name", prop.name}};
  put_if(json, "ns", prop.ns);
  json["value"] = prop.value.value;
  put_if(json, "class", prop.css);
  return json;
}

Json link(const OscalLink& link) {
  Json json{{"href", link.href}};
  put_if(json, "rel", link.rel);
  put_if(json, "text", oscal_markdown(link.text));
  return json;
}

Json part(const OscalPart& part) {
  Json json{{"id", part.id}, {"name", part.name}};
  put_all(json, "props", part.props, prop);
  put_if(json, "prose", oscal_markdown(part.prose.value));
  return json;
}

Json control(const OscalControl& control) {
  Json json{{"id", control.id.value}, {"title", oscal_markdown(control.title.value)}};
  put_all(json, "props", control.props, prop);
  put_all(json, "links", control.links, link);
  put_all(json, "parts", control.parts, part);
  return json;
}

Json group(const OscalGroup& group) {
  Json json{{"id", group.id.value}, {"title", oscal_markdown(group.title.value)}};
  put_all(json, "props", group.props, prop);
  put_all(json, "controls", group.controls, control);
  return json;
}

Json revision(const OscalRevision& revision) {
  Json json{{"published", revision.published.value}, {"version", revision.version.value}};
  put_all(json, "props", revision.props, prop);
  put_if(json, "remarks", oscal_markdown(revision.remarks.value));
  return json;
}

Json metadata(const OscalMetadata& metadata) {
  Json json{{"title", oscal_markdown(metadata.title.value)},
            {"last-modified", metadata.last_modified.value},
            {"version", metadata.version.value},
            {"oscal-version", kOscalVersion}};
  put_all(json, "revisions", metadata.revisions, revision);
  put_all(json, "props", metadata.props, prop);
  put_all(json, "roles", metadata.roles, [](const OscalRole& role) {
    return Json{{"id", role.id}, {"title", role.title}};
  });
  put_all(json, "parties", metadata.parties, [](const OscalParty& party) {
    Json written{{"uuid", party.uuid}, {"type", "organization"}, {"name", party.name}};
    put_all(written, "props", party.props, prop);
    return written;
  });
  put_all(json, "responsible-parties", metadata.responsibles, [](const OscalResponsible& one) {
    return Json{{"role-id", one.role}, {"party-uuids", one.parties}};
  });
  return json;
}

Json resource(const OscalResource& resource) {
  Json json{{"uuid", resource.uuid}, {"title", oscal_markdown(resource.title)}};
  put_if(json, "description", oscal_markdown(resource.description.value));
  put_all(json, "props", resource.props, prop);
  json["citation"] = Json{{"text", oscal_markdown(resource.title)}};
  return json;
}

std::string write(const OscalCatalog& catalog) {
  Json json{{"uuid", catalog.uuid}, {"metadata", metadata(catalog.metadata)}};
  put_all(json, "controls", catalog.controls, control);
  put_all(json, "groups", catalog.groups, group);
  if (!catalog.resources.empty()) {
    Json back = Json::object();
    put_all(back, "resources", catalog.resources, resource);
    json["back-matter"] = std::move(back);
  }
  Json document = Json::object();
  document["catalog"] = std::move(json);
  return document.dump(2) + "\n";
}

}  // namespace

Result<Exported> export_oscal_json(const Catalog& catalog, const ExchangeSettings& settings) {
  WritableCatalog written = writable(catalog);
  return Exported{write(oscal_of(written.catalog, settings)), std::move(written.lost)};
}

Result<Imported> import_oscal_json(std::string_view bytes) {
  const auto text = import_text(bytes);
  if (!text) return std::unexpected(text.error());
  const auto oscal = read_oscal_json(*text);
  if (!oscal) return std::unexpected(oscal.error());
  Mending mending;
  auto catalog = catalog_of(*oscal, mending);
  if (!catalog) return std::unexpected(std::move(catalog.error()));
  // JSON can hold characters that nothing else in Kanon can.
  WritableCatalog clean = writable(std::move(*catalog));
  std::vector<Message> mended = mending.take();
  mended.insert(mended.end(), clean.lost.begin(), clean.lost.end());
  return Imported{without_places(std::move(clean.catalog)), std::move(mended)};
}

}  // namespace kanon
