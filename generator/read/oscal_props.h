#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/oscal.h"

namespace kanon {

/// Kanon's own properties of an element, unpacked. They refer to the properties given.
class OwnProps {
 public:
  explicit OwnProps(const std::vector<OscalProp>& props) : props_(props) {}

  bool any() const;
  MaybeLocated<std::string> text(std::string_view name) const;
  std::vector<OscalText> texts(std::string_view name) const;
  /// Of each property of the name its fields (see packed_field).
  std::vector<std::vector<OscalText>> fields(std::string_view name, std::size_t count) const;

 private:
  const std::vector<OscalProp>& props_;
};

/// The first property of OSCAL's own with a name; null where there is none.
const OscalProp* oscal_prop(const std::vector<OscalProp>& props, std::string_view name);

}  // namespace kanon
