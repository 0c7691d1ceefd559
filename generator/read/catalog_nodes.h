#pragma once

#include "model/items.h"
#include "model/parsed_file.h"

namespace kanon {

/// Appends a catalog that was read from another format as the tree that YAML would have given, so that the catalog's
/// reader, and every rule that looks at the tree, find it as they find any other. The places are those of the other
/// format; a value without one gets that of the item around it. There is no `id`: it is the file's name.
void append_catalog(ParsedFile::Parts& parts, const Catalog& catalog);

}  // namespace kanon
