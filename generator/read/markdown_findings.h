#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "read/markdown_destination.h"

namespace kanon {

Finding element_not_allowed(std::string_view element, Range range);
Finding handler_not_allowed(std::string_view attribute, std::string_view element, Range range);
Finding tag_not_finished(std::string_view element, Range range);
Finding destination_not_allowed(std::string_view destination, DestinationUse use, Range range);
/// `defined`: the labels that the text does define.
Finding footnote_not_defined(std::string_view label, const std::vector<std::string>& defined, Range range);
Finding nested_too_deep(int levels, Range range);

}  // namespace kanon
