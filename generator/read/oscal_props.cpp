#include "read/oscal_props.h"

#include <algorithm>
#include <utility>

#include "read/packed_text.h"

namespace kanon {
namespace {

bool is_own(const OscalProp& prop) { return prop.ns == kOscalNamespace; }

std::string value_of(const OscalProp& prop) {
  return prop.css == kPackedClass ? unpacked_text(prop.value.value) : prop.value.value;
}

}  // namespace

bool OwnProps::any() const { return std::ranges::any_of(props_, is_own); }

MaybeLocated<std::string> OwnProps::text(std::string_view name) const {
  for (const OscalProp& prop : props_) {
    if (is_own(prop) && prop.name == name) return OscalText{value_of(prop), prop.value.range};
  }
  return std::nullopt;
}

std::vector<OscalText> OwnProps::texts(std::string_view name) const {
  std::vector<OscalText> texts;
  for (const OscalProp& prop : props_) {
    if (is_own(prop) && prop.name == name) texts.push_back({value_of(prop), prop.value.range});
  }
  return texts;
}

std::vector<std::vector<OscalText>> OwnProps::fields(std::string_view name, std::size_t count) const {
  std::vector<std::vector<OscalText>> all;
  for (const OscalProp& prop : props_) {
    if (!is_own(prop) || prop.name != name) continue;
    std::vector<OscalText> fields;
    for (std::string& field : unpacked_fields(prop.value.value, count)) {
      fields.push_back({std::move(field), prop.value.range});
    }
    if (fields.size() == count) all.push_back(std::move(fields));
  }
  return all;
}

const OscalProp* oscal_prop(const std::vector<OscalProp>& props, std::string_view name) {
  const auto found = std::ranges::find_if(props, [&](const OscalProp& prop) {
    return prop.name == name && (prop.ns.empty() || prop.ns.starts_with("http://csrc.nist.gov/ns/oscal"));
  });
  return found == props.end() ? nullptr : &*found;
}

}  // namespace kanon
