#pragma once

#include <optional>

#include "model/parsed_file.h"

namespace kanon {

/// Where the destination of a link or image is written, in its file's text; nothing where it is written elsewhere (a
/// reference), or with escapes.
std::optional<Range> destination_of(const ParsedFile& parsed, const MarkdownNode& link);

}  // namespace kanon
