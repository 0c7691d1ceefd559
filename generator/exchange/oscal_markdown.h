#pragma once

#include <string>
#include <string_view>

namespace kanon {

// In JSON, OSCAL's prose is Markdown (https://pages.nist.gov/metaschema/specification/datatypes/#markup-data-types).

/// A prose of paragraphs, one a line, with everything escaped that Markdown could take for markup.
std::string oscal_markdown(std::string_view prose);

/// The words of such a Markdown text as plain text: a paragraph, a list item, a heading or a table row a line, emphasis
/// and links as their text. An insert becomes its parameter's id between kInsertBegin and kInsertEnd.
std::string words_of_oscal_markdown(std::string_view markdown);

}  // namespace kanon
