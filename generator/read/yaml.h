#pragma once

#include <cstdint>

#include "model/parsed_file.h"

namespace kanon {

/// Parses parts.text[begin, end) as one YAML document and appends its tree, strings and findings (invalid-yaml). What
/// yaml-cpp lets through is caught here: keys given twice, merge keys, several documents, aliases that multiply beyond
/// 20,000 nodes, nesting deeper than 64.
void parse_yaml(ParsedFile::Parts& parts, std::uint32_t begin, std::uint32_t end);

}  // namespace kanon
