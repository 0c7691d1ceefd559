#pragma once

#include <optional>
#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

/// One key of a file's front matter (or of a whole YAML file) with its value, as indices of ParsedFile::yaml().
struct RootEntry {
  std::uint32_t key = 0;
  std::uint32_t value = 0;
  std::optional<std::uint32_t> before;  ///< the value of the key that stands before this one
  std::optional<std::uint32_t> after;   ///< the key that stands after this one
};

/// Nothing where the root is no mapping, or has no such key.
std::optional<RootEntry> root_entry(const ParsedFile& file, std::string_view key);

/// What to cut away so that the entry is gone and the rest is still YAML: in a block mapping its whole lines, with a
/// comment at their end; in a flow mapping key, value and one comma.
Range whole_entry(const ParsedFile& file, const RootEntry& entry);

}  // namespace kanon
