#include "exchange/oscal_json_reading.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "exchange/oscal_markdown.h"
#include "exchange/sources.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

using Json = nlohmann::json;

constexpr int kDeepestJson = 64;

/// Whether brackets stand in each other more deeply than a catalog needs.
bool is_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepestJson) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

const Json& member(const Json& object, const char* name) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(name);
  return found == object.end() ? none : *found;
}

std::string text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

std::string text(const Json& object, const char* name) { return text(member(object, name)); }

OscalText line(const Json& object, const char* name) {
  return {collapsed(words_of_oscal_markdown(text(object, name))), {}};
}

OscalText prose(const Json& object, const char* name) { return {words_of_oscal_markdown(text(object, name)), {}}; }

/// The objects of a list. Where OSCAL 1.0 milestones had an object by id in its place, its members, with their key as
/// `id`.
template <class Read>
auto all(const Json& object, const char* name, Read read) {
  std::vector<decltype(read(object))> items;
  const Json& list = member(object, name);
  if (!list.is_array()) return items;
  for (const Json& item : list) {
    if (item.is_object()) items.push_back(read(item));
  }
  return items;
}

std::vector<std::string> texts(const Json& object, const char* name) {
  std::vector<std::string> items;
  const Json& list = member(object, name);
  if (list.is_string()) items.push_back(text(list));
  if (!list.is_array()) return items;
  for (const Json& item : list) items.push_back(text(item));
  return items;
}

OscalProp prop(const Json& json) {
  return {text(json, "name"), text(json, "ns"), text(json, "class"), {text(json, "value"), {}}};
}

OscalLink link(const Json& json) { return {text(json, "href"), text(json, "rel"), line(json, "text").value}; }

OscalPart part(const Json& json) {
  return {text(json, "id"), text(json, "name"), all(json, "props", prop), prose(json, "prose"),
          all(json, "parts", part)};
}

OscalParam param(const Json& json) {
  OscalParam read{text(json, "id"), line(json, "label").value, texts(json, "values"), {}};
  for (const std::string& choice : texts(member(json, "select"), "choice")) {
    read.choices.push_back(collapsed(words_of_oscal_markdown(choice)));
  }
  return read;
}

OscalControl control(const Json& json) {
  OscalControl read;
  read.id.value = text(json, "id");
  read.title = line(json, "title");
  read.params = all(json, "params", param);
  read.props = all(json, "props", prop);
  read.links = all(json, "links", link);
  read.parts = all(json, "parts", part);
  read.controls = all(json, "controls", control);
  return read;
}

OscalGroup group(const Json& json) {
  return {{text(json, "id"), {}},   line(json, "title"),        all(json, "params", param),
          all(json, "props", prop), all(json, "groups", group), all(json, "controls", control)};
}

OscalRevision revision(const Json& json) {
  OscalRevision read{{},
                     {text(json, "published"), {}},
                     {text(json, "last-modified"), {}},
                     {text(json, "version"), {}},
                     all(json, "props", prop),
                     prose(json, "remarks")};
  if (read.remarks->empty()) read.remarks = line(json, "title");
  return read;
}

OscalMetadata metadata(const Json& json) {
  OscalMetadata read;
  read.title = line(json, "title");
  read.published.value = text(json, "published");
  read.last_modified.value = text(json, "last-modified");
  read.version.value = text(json, "version");
  read.revisions = all(json, "revisions", revision);
  read.props = all(json, "props", prop);
  read.roles = all(json, "roles", [](const Json& role) {
    return OscalRole{text(role, "id"), line(role, "title").value};
  });
  read.parties = all(json, "parties", [](const Json& party) {
    return OscalParty{text(party, "uuid"), text(party, "name"), all(party, "props", prop)};
  });
  read.responsibles = all(json, "responsible-parties", [](const Json& one) {
    return OscalResponsible{text(one, "role-id"), texts(one, "party-uuids")};
  });
  return read;
}

OscalResource resource(const Json& json) {
  return {{}, text(json, "uuid"), line(json, "title").value, all(json, "props", prop), prose(json, "description")};
}

std::unexpected<Error> no_json(std::string_view text, std::size_t byte) {
  const std::size_t line = split(text.substr(0, std::min(byte, text.size())), '\n').size();
  return wrong_use(
      message("Linje {}: filen er ikke velformet JSON", "Line {}: the file is no well-formed JSON", line),
      {"Hent filen igen fra det program, der skrev den.", "Get the file again from the program that wrote it."});
}

Result<Json> parsed(const std::string& text) {
  if (is_too_deep(text)) {
    return wrong_use(message("Filens lister og objekter står i mere end {} niveauer",
                             "The file's lists and objects stand in more than {} levels", kDeepestJson));
  }
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return no_json(text, error.byte);
  } catch (const Json::exception&) {
    return no_json(text, 0);
  }
}

}  // namespace

Result<OscalCatalog> read_oscal_json(const std::string& text) {
  const auto json = parsed(text);
  if (!json) return std::unexpected(json.error());
  const Json& wrapped = member(*json, "catalog");
  const Json& root = wrapped.is_object() ? wrapped : *json;
  const bool is_catalog =
      member(root, "metadata").is_object() || member(root, "groups").is_array() || member(root, "controls").is_array();
  if (!is_catalog || (!wrapped.is_object() && member(root, "uuid").is_null() && member(root, "groups").is_null())) {
    const std::string name = root.is_object() && !root.empty() ? root.begin().key() : std::string("–");
    return no_catalog_of("OSCAL", name);
  }
  OscalCatalog catalog;
  catalog.uuid = kanon::text(root, "uuid");
  catalog.metadata = metadata(member(root, "metadata"));
  catalog.params = all(root, "params", param);
  catalog.controls = all(root, "controls", control);
  catalog.groups = all(root, "groups", group);
  catalog.resources = all(member(root, "back-matter"), "resources", resource);
  return catalog;
}

}  // namespace kanon
