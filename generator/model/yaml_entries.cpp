#include "model/yaml_entries.h"

namespace kanon {

std::vector<YamlEntry> entries_of(const ParsedFile& file, std::uint32_t mapping) {
  std::vector<YamlEntry> entries;
  const auto nodes = file.yaml();
  if (mapping >= nodes.size() || nodes[mapping].kind != YamlKind::mapping) return entries;
  const std::uint32_t end = nodes[mapping].next;
  for (std::uint32_t key = mapping + 1; key < end;) {
    const std::uint32_t value = nodes[key].next;
    if (value >= end) break;
    entries.push_back({key, value});
    key = nodes[value].next;
  }
  return entries;
}

std::optional<YamlEntry> entry_of(const ParsedFile& file, std::uint32_t mapping, std::string_view key) {
  for (const YamlEntry& entry : entries_of(file, mapping)) {
    if (file.string(file.yaml()[entry.key].text) == key) return entry;
  }
  return std::nullopt;
}

}  // namespace kanon
