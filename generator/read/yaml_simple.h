#pragma once

#include <optional>
#include <vector>

#include "model/parsed_file.h"
#include "read/yaml_source.h"

namespace kanon {

/// The tree of a document in the plain form that nearly all sources are written in: keys of letters, digits, `_` and
/// `-`; values on one line, unquoted, in quotes without escapes, or in brackets; lists and mappings indented by spaces;
/// no comments. Nothing for any other document, right or wrong: yaml-cpp reads those. What both can read gives the same
/// nodes; this takes a tenth of the time.
std::optional<std::vector<YamlNode>> read_simple_yaml(ParsedFile::Parts& parts, const YamlSource& source);

}  // namespace kanon
