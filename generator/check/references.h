#pragma once

#include <vector>

#include "resolve/model.h"

namespace kanon {

/// Whether what a reference names is shown wherever the item that names it is shown.
enum class Shown { with_the_item, to_those_who_may_see_it };

/// A place in a file's keys that names an item by its id.
struct Reference {
  const LocatedText* id = nullptr;  ///< in the corpus
  FileIndex file = 0;
  ItemKind wanted{};            ///< what it must name
  std::optional<ItemRef> from;  ///< the item that says it; none for the register of controls, which has no id
  Shown shown = Shown::with_the_item;
};

/// Every reference of the corpus by id, but for `parent`, in the order of files and keys. Those without a value are
/// left out.
std::vector<Reference> references(const Corpus& corpus);

}  // namespace kanon
