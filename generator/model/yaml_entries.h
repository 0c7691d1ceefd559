#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/parsed_file.h"

namespace kanon {

/// A key of a mapping with its value, as indices of ParsedFile::yaml().
struct YamlEntry {
  std::uint32_t key = 0;
  std::uint32_t value = 0;
};

/// The root of a file's YAML.
inline constexpr std::uint32_t yaml_root = 0;

/// The entries of a mapping, in order; none where there is no such node, or it is no mapping.
std::vector<YamlEntry> entries_of(const ParsedFile& file, std::uint32_t mapping);
/// The entry of a key; nothing where the mapping has none.
std::optional<YamlEntry> entry_of(const ParsedFile& file, std::uint32_t mapping, std::string_view key);

}  // namespace kanon
