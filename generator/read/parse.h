#pragma once

#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

enum class SourceForm {
  markdown,  ///< front matter between `---` lines, then Markdown
  yaml,
  oscal  ///< an OSCAL catalog in XML; its tree is that of the YAML that says the same (read/catalog_nodes.h)
};

/// What the ending of a path says.
SourceForm source_form(std::string_view path);

/// Parses the bytes of one source file. Never fails: what is wrong is in the findings (invalid-yaml, invalid-utf8,
/// unsafe-html, unsafe-link, undefined-footnote), and what could be read is there. Runs in a worker process; not safe
/// on two threads at once, because cmark-gfm is not.
ParsedFile parse_source(std::string_view bytes, SourceForm form);

}  // namespace kanon
