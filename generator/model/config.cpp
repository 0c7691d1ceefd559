#include "model/config.h"

#include <algorithm>
#include <string_view>

namespace kanon {
namespace {

DocumentType type(std::string id, std::string label, const std::vector<std::string>& parents,
                  const std::vector<std::string>& approvals) {
  DocumentType type;
  type.id = {std::move(id), {}};
  type.label = std::move(label);
  for (const auto& parent : parents) type.parents.push_back({parent, {}});
  for (const auto& body : approvals) type.approvals.push_back({body, {}});
  type.review_every = Duration{12, 0};
  return type;
}

template <class T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &T::id);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const DocumentType* Config::document_type(std::string_view id) const {
  const auto found = std::ranges::find_if(document_types, [&](const DocumentType& type) { return *type.id == id; });
  return found == document_types.end() ? nullptr : &*found;
}

std::optional<std::size_t> Config::level_of(std::string_view classification) const {
  const auto found = std::ranges::find(classifications, classification);
  if (found == classifications.end()) return std::nullopt;
  return static_cast<std::size_t>(found - classifications.begin());
}

const Audience* Config::audience(std::string_view id) const { return with_id(audiences, id); }

const Body* Config::body(std::string_view id) const { return with_id(bodies, id); }

const std::string& Config::name_of_body(const std::string& id) const {
  const Body* found = body(id);
  return found == nullptr ? id : found->name;
}

Config default_config() {
  Config config;
  config.classifications = {"offentlig", "intern", "fortrolig"};
  config.audiences = {{"public", "offentlig"}, {"internal", "intern"}};
  config.bodies = {{"direktion", "Direktionen"}, {"udvalg", "Informationssikkerhedsudvalget"}};
  config.document_types = {
      type("politik", "Politik", {}, {"udvalg", "direktion"}),
      type("emnepolitik", "Emnepolitik", {"politik"}, {"udvalg"}),
      type("retningslinje", "Retningslinje", {"politik", "emnepolitik"}, {"udvalg"}),
      type("procedure", "Procedure", {"emnepolitik", "retningslinje"}, {}),
      type("vejledning", "Vejledning", {"politik", "emnepolitik", "retningslinje", "procedure"}, {}),
  };
  return config;
}

}  // namespace kanon
