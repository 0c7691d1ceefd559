#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "history/text_edits.h"
#include "model/items.h"
#include "model/parsed_file.h"

namespace kanon {

/// The fields of a history entry to be written, in the order in which they are.
struct NewHistoryEntry {
  Version version;
  Date date;
  std::string by;
  std::string change;
  ChangeKind kind = ChangeKind::updated;
};

/// `{version: "1.1", date: …}`: the entry as a flow mapping.
std::string flow_entry(const NewHistoryEntry& entry);

/// Puts an entry on top of a list of history entries (an index of ParsedFile::yaml()), in the form of the one that is
/// there now: a block list of flow or block mappings, or a flow list. Nothing where the list is empty, an alias, or
/// written in another way.
std::optional<TextEdit> entry_on_top(const ParsedFile& file, std::uint32_t history, const NewHistoryEntry& entry);

}  // namespace kanon
