#pragma once

#include <string_view>

#include "model/items.h"

namespace kanon {

/// Where a part of a scalar's value stands in its file: plain, in quotes or as a block scalar. The whole scalar where
/// the part can't be placed: an alias, or a value that is not written out in the file.
Range place_in_scalar(std::string_view file_text, const LocatedText& scalar, Range part);

}  // namespace kanon
