#include "exchange/oscal_texts.h"

#include <utility>

#include "base/text.h"
#include "read/packed_text.h"

namespace kanon {

OscalProp own_prop(std::string_view name, std::string_view value) {
  const bool fits = is_oscal_string(value);
  return {std::string(name),
          std::string(kOscalNamespace),
          fits ? std::string() : std::string(kPackedClass),
          {fits ? std::string(value) : packed_text(value), {}}};
}

OscalProp own_fields(std::string_view name, const std::vector<std::string>& fields) {
  std::vector<std::string> packed;
  for (const std::string& field : fields)
    packed.push_back(&field == &fields.back() ? packed_text(field) : packed_field(field));
  return {std::string(name), std::string(kOscalNamespace), {}, {join(packed, " "), {}}};
}

void add(OscalProp prop, std::vector<OscalProp>& props) { props.push_back(std::move(prop)); }

void add_text(std::string_view name, std::string_view value, std::vector<OscalProp>& props) {
  if (!value.empty()) props.push_back(own_prop(name, value));
}

void add_maybe(std::string_view name, const MaybeLocated<std::string>& value, std::vector<OscalProp>& props) {
  if (value) props.push_back(own_prop(name, value->value));
}

void add_all(std::string_view name, const std::vector<Located<std::string>>& values, std::vector<OscalProp>& props) {
  for (const auto& value : values) props.push_back(own_prop(name, value.value));
}

std::string line_of(std::string_view text, std::string_view otherwise) {
  std::string line = collapsed(text);
  return line.empty() ? std::string(otherwise) : line;
}

std::string prose_of(std::string_view text) {
  std::string prose;
  for (const std::string_view written : split(text, '\n')) {
    const std::string line = collapsed(written);
    if (line.empty()) continue;
    if (!prose.empty()) prose += '\n';
    prose += line;
  }
  return prose;
}

std::string time_of(Date day) { return day.iso() + "T00:00:00Z"; }

}  // namespace kanon
