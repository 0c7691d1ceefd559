#pragma once

#include <string_view>
#include <unordered_map>

#include "model/parsed_file.h"

namespace kanon {

/// What stands in the mappings of a file, also what could not be read: a reader has said so, and no rule takes it for
/// absent.
class WrittenKeys {
 public:
  explicit WrittenKeys(const ParsedFile& file);

  /// The value of a key of the mapping that opens there; null where the key is not there, or the file is no YAML.
  const YamlNode* value(Range opening, std::string_view key) const;
  /// Whether something stands there: a text that is not blank, or a list or mapping with something in it (what is blank
  /// in a list is a finding of its own).
  bool says_something(const YamlNode* value) const;
  bool says_something(Range opening, std::string_view key) const { return says_something(value(opening, key)); }

 private:
  const ParsedFile& file_;
  std::unordered_map<std::uint32_t, std::uint32_t> mappings_;  ///< node by first byte
};

}  // namespace kanon
