#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace kanon {

/// What may stand as the value of a key.
enum class ValueKind : std::uint8_t {
  group,     ///< keys of its own
  text,      ///<
  date,      ///<
  version,   ///<
  duration,  ///< ISO 8601
  frequency,
  boolean,
  number,
  choice,   ///< one of SourceKey::choices
  address,  ///< on the site, or of another website
  own_id,   ///< the id that the item gives itself
  document,
  requirement,
  catalog,
  member,
  criterion,
  project,
  control,         ///< of Annex A
  section,         ///< an anchor of the document that stands beside it
  phase,           ///< of the catalog
  recommendation,  ///< of the catalog
  document_type,
  classification,
  audience,
  body,
  rule,
  embed
};

/// A key that a source file may have, as writers are told of it. The readers decide which keys there are; this table
/// adds what they mean, for completion, explanations and corrections. A test holds the two together.
struct SourceKey {
  /// From the file's root, `[]` for each list: `history[].date`; `[].term` in a file that is a list; `<name>` for keys
  /// that the writer chooses.
  std::string_view path;
  ValueKind value{};
  std::vector<std::string_view> choices;
  Message meaning;
};

/// The keys of a file by its path from the project (kanon.yaml too); empty for what is no source.
const std::vector<SourceKey>& keys_of(std::string_view file_path);
/// The key at a path within a file; null where there is none. An element of a list of values has its list's path with
/// `[]`.
const SourceKey* key_at(std::string_view file_path, std::string_view key_path);
/// The names of the keys of one mapping, by the mapping's own path (`history[]`, empty for the root).
std::vector<std::string> names_below(std::string_view file_path, std::string_view mapping_path);

}  // namespace kanon
