#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace kanon {

/// An error of libxml2 in plain words. `code` is its number (xmlParserErrors), `name` and `other` the names it speaks
/// of.
Finding explain_xml(Range range, int code, std::string_view name, std::string_view other);

Finding xml_document_type(Range range);
Finding xml_too_deep(Range range, std::size_t deepest);
Finding xml_too_many_nodes(Range range, std::size_t most);
Finding xml_too_many_attributes(Range range, std::size_t most);

}  // namespace kanon
