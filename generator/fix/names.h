#pragma once

#include <string>
#include <vector>

#include "read/source_keys.h"
#include "resolve/model.h"

namespace kanon {

/// A name that may stand as a value, and what it stands for.
struct KnownName {
  std::string name;
  std::string title;
};

/// Every name of a kind, by name: ids of items, levels, types … `file` is where the name would stand: phases and
/// recommendations are those of its catalog.
std::vector<KnownName> known_names(const Corpus& corpus, const Model& model, FileIndex file, ValueKind kind);

/// The item that a value of a kind names; nothing for names that are no items.
std::optional<ItemKind> item_kind_of(ValueKind kind);

}  // namespace kanon
