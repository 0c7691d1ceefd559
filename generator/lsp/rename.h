#pragma once

#include "lsp/cursor.h"

namespace kanon::lsp {

/// Where the id at the cursor stands, and what it is; a refusal says why it can't be renamed.
Answer prepare_rename(const Cursor& cursor);

/// What to change so that an item has another id everywhere: its own `id`, the keys and links that name it, and its
/// file's name where that is its id, with the paths of the links to it.
struct Renaming {
  Json edit;
  /// Released versions among the changed files: each needs a new version.
  std::vector<std::string> released;
};
std::expected<Renaming, Refusal> rename(const Cursor& cursor, const std::string& new_id);

}  // namespace kanon::lsp
