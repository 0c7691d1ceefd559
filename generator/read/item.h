#pragma once

#include "model/items.h"
#include "read/mapping.h"

namespace kanon {

/// Reads `id` of an item that has a file of its own; it has to be the file's name without ending. Where no usable id is
/// written, the file's name stands in, so that the item's other findings and the links to it are not lost. False where
/// the name can't be an id either: there is then nothing to call the item by.
bool read_own_id(Mapping& mapping, Item& item);

/// Reads the id of one of many items in a file (`[a-z0-9][a-z0-9-]*`); false where there is none to call it by.
bool read_listed_id(Mapping& mapping, Located<std::string>& id);
/// The same for requirements: `[A-Za-z0-9][A-Za-z0-9.-]*`.
bool read_requirement_id(Mapping& mapping, Located<std::string>& id);

/// Where the item stands.
void place_item(Mapping& mapping, Item& item);
/// Reads `classification`. One that can't be read is kept as an unknown, empty one: it then counts as the most
/// restricted.
void read_classification(Mapping& mapping, Item& item);
/// Reads `aliases`; they lose the `/` at their ends.
void read_aliases(Mapping& mapping, Item& item);

}  // namespace kanon
