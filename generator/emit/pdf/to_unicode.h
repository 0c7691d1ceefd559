#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kanon {

/// What each code of a font means: UTF-16BE, by the code's bytes.
using Letters = std::map<std::string, std::string, std::less<>>;

/// Reads a ToUnicode map (ISO 32000-2, 9.10.3). Of a range that gives one string for many codes only the first is told.
Letters read_to_unicode(std::string_view map);

/// The map with each of its texts replaced by what `change` makes of it.
std::string changed_to_unicode(std::string_view map, const std::function<std::string(const std::string&)>& change);

}  // namespace kanon
