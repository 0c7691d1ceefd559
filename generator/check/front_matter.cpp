#include "check/front_matter.h"

#include <algorithm>

namespace kanon {

const YamlNode* value_of(const ParsedFile& file, std::string_view key) {
  const auto nodes = file.yaml();
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return nullptr;
  for (std::uint32_t at = 1; at < nodes[0].next;) {
    const std::uint32_t value = nodes[at].next;
    if (file.string(nodes[at].text) == key) return &nodes[value];
    at = nodes[value].next;
  }
  return nullptr;
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
