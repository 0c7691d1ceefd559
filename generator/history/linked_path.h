#pragma once

#include <optional>
#include <string>

#include "model/corpus.h"

namespace kanon {

/// The path in the project that a link or image of a source leads to by plain relative resolution (RFC 3986, 5.2);
/// nothing for other nodes, for destinations with a scheme or of the site, and for those that leave the project.
std::optional<std::string> linked_path(const SourceFile& source, const MarkdownNode& node);

}  // namespace kanon
