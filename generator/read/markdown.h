#pragma once

#include <cstdint>

#include "model/parsed_file.h"

namespace kanon {

/// Parses Markdown from byte `start` of parts.text to its end, and appends its tree, strings and findings to the parts.
/// The tree holds only what may be published: raw HTML outside the allow-list and link destinations with other schemes
/// are findings, not nodes.
void parse_markdown(ParsedFile::Parts& parts, std::uint32_t start);

}  // namespace kanon
