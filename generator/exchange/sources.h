#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/items.h"
#include "read/xml_tree.h"

namespace kanon {

/// The most that a catalog of others may fill: 10 MiB, as in a project.
inline constexpr std::size_t kMostImportBytes = std::size_t{10} << 20U;

/// The bytes of a file as text: normalised, UTF-8, without NUL, of at most kMostImportBytes. UTF-16 is read where a
/// byte order mark says so.
Result<std::string> import_text(std::string_view bytes);
/// The same parsed as XML.
Result<XmlTree> xml_of(std::string_view bytes);

/// What is said of a document of another kind; `root` is what its outermost element is called.
std::unexpected<Error> no_catalog_of(std::string_view format, std::string_view root);

/// A catalog's places are those of a file that is not in the project.
Catalog without_places(Catalog catalog);

}  // namespace kanon
