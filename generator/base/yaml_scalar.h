#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kanon {

/// A text as a YAML scalar on one line that says exactly that, also in a flow mapping: plain where nobody could misread
/// it, else in double quotes with JSON's escapes (YAML 1.2, 7.3.1).
std::string yaml_scalar(std::string_view text);

/// A text as the value of a key in a block mapping, as a person would write it: plain where every YAML reader takes it
/// for exactly that text, long lines folded (`>-`), lines of their own as they are (`|`), else in double quotes.
/// `indent` is how far the lines of a block scalar are moved in.
std::string yaml_value(std::string_view text, std::size_t indent);

}  // namespace kanon
