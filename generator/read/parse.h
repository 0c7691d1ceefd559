#pragma once

#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

enum class SourceForm {
  markdown,  ///< front matter between `---` lines, then Markdown
  yaml
};

/// Parses the bytes of one source file. Never fails: what is wrong is in the findings (invalid-yaml, invalid-utf8,
/// unsafe-html, unsafe-link, undefined-footnote), and what could be read is there. Runs in a worker process; not safe
/// on two threads at once, because cmark-gfm is not.
ParsedFile parse_source(std::string_view bytes, SourceForm form);

}  // namespace kanon
