#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/located.h"
#include "read/oscal.h"

namespace kanon {

/// A property of Kanon's, packed where OSCAL can't hold the value as it is.
OscalProp own_prop(std::string_view name, std::string_view value);
/// One of several fields.
OscalProp own_fields(std::string_view name, const std::vector<std::string>& fields);

void add(OscalProp prop, std::vector<OscalProp>& props);
/// Where there is a text.
void add_text(std::string_view name, std::string_view value, std::vector<OscalProp>& props);
void add_maybe(std::string_view name, const MaybeLocated<std::string>& value, std::vector<OscalProp>& props);
void add_all(std::string_view name, const std::vector<Located<std::string>>& values, std::vector<OscalProp>& props);

/// A text as one line of words; `otherwise` where it has none.
std::string line_of(std::string_view text, std::string_view otherwise);
/// A text as paragraphs: lines of words, without those that have none.
std::string prose_of(std::string_view text);
/// Midnight of a day, in UTC.
std::string time_of(Date day);

}  // namespace kanon
