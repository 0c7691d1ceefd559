#pragma once

#include <string>
#include <vector>

#include "compare/item_redline.h"

namespace kanon {

/// An item that was added, removed or changed between two states of a project.
struct ItemChange {
  ItemKind kind{};
  std::string id;          ///< of a page its address
  Fate fate{};             ///< inserted, deleted or changed
  std::string title{};     ///< as it is; of what was removed as it was; of a member that isn't published its id
  std::string path{};      ///< of its source; empty for what was removed
  std::string was_path{};  ///< empty for what was added
  ItemRedline redline{};
};

/// What differs between two states of a project, by item.
struct ChangeSet {
  std::vector<ItemChange> items;        ///< documents, catalogs, handbooks, members, projects, pages; each kind by id
  std::vector<RecordChange> registers;  ///< terms, objectives, criteria, dispensations, controls
};

/// Compares the sources of two states. Items whose source has the same text are passed over by that alone.
ChangeSet compare(const Model& before, const Model& after);

}  // namespace kanon
