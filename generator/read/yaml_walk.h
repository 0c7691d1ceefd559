#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "model/parsed_file.h"

namespace kanon {

/// A value of a file's YAML, and under which keys it stands.
struct YamlSpot {
  std::string path;                     ///< as in SourceKey::path: `history[].date`; empty for the root
  std::uint32_t node = 0;               ///< the value
  std::optional<std::uint32_t> key;     ///< its key, where it is a key's own value
  std::optional<std::uint32_t> around;  ///< the mapping or list it stands in
};

/// Calls with every value of the file, each before what is in it. Values that were expanded from an alias are among
/// them.
void walk_yaml(const ParsedFile& file, const std::function<void(const YamlSpot&)>& visit);
/// The innermost scalar at a byte of the text, or the scalar whose key is there.
std::optional<YamlSpot> value_at(const ParsedFile& file, std::uint32_t offset);
std::optional<YamlSpot> value_of_key_at(const ParsedFile& file, std::uint32_t offset);

}  // namespace kanon
