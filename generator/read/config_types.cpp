#include <algorithm>

#include "base/id.h"
#include "read/config_parts.h"

namespace kanon {
namespace {

std::vector<std::string> ids_of(const std::vector<Body>& bodies) {
  std::vector<std::string> ids;
  for (const Body& body : bodies) ids.push_back(body.id);
  return ids;
}

void keep_known_default_approvals(Config& config) {
  for (DocumentType& type : config.document_types) {
    std::erase_if(type.approvals, [&](const Located<std::string>& body) { return !config.body(*body); });
  }
}

/// `written` collects every id, usable or not: a parent that names one of them is no second mistake.
void read_document_type(Mapping& mapping, const Config& config, std::vector<DocumentType>& types,
                        std::vector<std::string>& written) {
  DocumentType type;
  type.id = mapping.required_text("id", "politik");
  written.push_back(*type.id);
  type.label = mapping.text("label");
  if (type.label.empty()) type.label = *type.id;
  type.parents = mapping.texts("parents");
  type.approvals = read_body_ids(mapping, "approvals", config);
  if (const auto interval = mapping.optional_duration("review_every")) type.review_every = **interval;
  if (!was_read(type.id) || !is_chosen_name(mapping, {*type.id, type.id.range})) return;
  if (std::ranges::any_of(types, [&](const DocumentType& other) { return *other.id == *type.id; })) {
    mapping.reading().report(
        RuleId::duplicate_id, type.id.range,
        message("Dokumenttypen «{}» står to gange", "The document type “{}” stands twice", *type.id),
        {"Fjern den ene, eller giv den et andet id.", "Remove one of them, or give it another id."});
    return;
  }
  types.push_back(std::move(type));
}

void check_parents(Mapping& root, std::vector<DocumentType>& types, const std::vector<std::string>& ids) {
  for (DocumentType& type : types) {
    std::erase_if(type.parents, [&](const Located<std::string>& parent) {
      if (std::ranges::find(ids, *parent) != ids.end()) return false;
      root.reading().report(
          RuleId::unknown_reference, parent.range,
          message("Dokumenttypen «{}» findes ikke", "The document type “{}” does not exist", quotable(*parent)),
          suggestion(*parent, ids));
      return true;
    });
  }
}

}  // namespace

bool is_chosen_name(Mapping& mapping, const Located<std::string_view>& name) {
  if (is_item_id(*name) && name->size() <= 60) return true;
  mapping.reading().report(RuleId::invalid_id, name.range,
                           message("«{}» kan ikke være et id", "“{}” can't be an id", quotable(*name)),
                           {"Brug højst 60 små bogstaver a–z, tal og bindestreger.",
                            "Use at most 60 small letters a–z, digits and hyphens."});
  return false;
}

std::vector<Located<std::string>> read_body_ids(Mapping& mapping, std::string_view key, const Config& config) {
  auto bodies = mapping.texts(key);
  std::erase_if(bodies, [&](const Located<std::string>& body) {
    if (config.body(*body)) return false;
    mapping.reading().report(RuleId::unknown_reference, body.range,
                             message("«{}» står ikke i «bodies»", "“{}” is not in “bodies”", quotable(*body)),
                             suggestion(*body, ids_of(config.bodies)));
    return true;
  });
  return bodies;
}

void read_bodies(Mapping& root, Config& config) {
  root.mapping("bodies", [&](Mapping& bodies) {
    config.bodies.clear();
    for (const auto& id : bodies.keys()) {
      const auto name = bodies.required_text(*id, "Direktionen");
      if (is_chosen_name(bodies, id)) config.bodies.push_back({std::string(*id), *name});
    }
  });
  keep_known_default_approvals(config);
}

void read_document_types(Mapping& root, Config& config) {
  const auto key = root.written("document_types");
  const std::size_t before = root.reading().found();
  std::vector<DocumentType> types;
  std::vector<std::string> written;
  root.sequence("document_types", [&](Mapping& type) { read_document_type(type, config, types, written); });
  if (!key) return;
  if (types.empty() && root.reading().found() == before) {
    root.reading().report(RuleId::invalid_value, *key,
                          {"«document_types» nævner ingen dokumenttype", "“document_types” names no document type"},
                          {"Nævn mindst én, eller fjern nøglen.", "Name at least one, or remove the key."});
  }
  check_parents(root, types, written);
  config.document_types = std::move(types);
}

}  // namespace kanon
