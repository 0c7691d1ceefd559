#include "check/front_matter.h"

#include <algorithm>

#include "model/yaml_entries.h"

namespace kanon {

const YamlNode* value_of(const ParsedFile& file, std::string_view key) {
  const auto entry = entry_of(file, yaml_root, key);
  return entry ? &file.yaml()[entry->value] : nullptr;
}

bool says_something_of(const ParsedFile& file, std::string_view key) {
  const YamlNode* value = value_of(file, key);
  return value != nullptr && value->kind != YamlKind::null;
}

bool all_were_read(const ParsedFile& file, std::string_view key, std::size_t read) {
  const YamlNode* value = value_of(file, key);
  if (value == nullptr || value->kind == YamlKind::null) return true;
  if (value->kind != YamlKind::sequence) return false;
  const auto nodes = file.yaml();
  std::size_t places = 0;
  const auto list = static_cast<std::uint32_t>(value - nodes.data());
  for (std::uint32_t at = list + 1; at < value->next; at = nodes[at].next) ++places;
  return places <= read;
}

bool keys_are_unreadable(const ParsedFile& file) {
  return file.yaml().empty() || std::ranges::any_of(file.findings(), [](const Finding& finding) {
           return finding.rule == RuleId::invalid_yaml || finding.rule == RuleId::invalid_utf8 ||
                  finding.rule == RuleId::too_large;
         });
}

}  // namespace kanon
