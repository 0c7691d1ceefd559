#pragma once

#include <string>
#include <string_view>

#include "emit/html/body.h"

namespace kanon {

/// What stands below one heading of a Markdown body, as HTML: from behind the heading with that anchor to the next one
/// of its level or above, with the footnotes that are referred to there, numbered anew. Empty where the body itself
/// (not a quote or list in it) has no such heading.
std::string write_section(const ParsedFile& file, std::string_view anchor, const BodyContext& context);

}  // namespace kanon
