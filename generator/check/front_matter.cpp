#include "check/front_matter.h"

#include <algorithm>

namespace kanon {

bool says_something_of(const ParsedFile& file, std::string_view key) {
  const auto nodes = file.yaml();
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return false;
  for (std::uint32_t at = 1; at < nodes[0].next;) {
    const std::uint32_t value = nodes[at].next;
    if (file.string(nodes[at].text) == key) return nodes[value].kind != YamlKind::null;
    at = nodes[value].next;
  }
  return false;
}

bool keys_are_unreadable(const ParsedFile& file) {
  return file.yaml().empty() || std::ranges::any_of(file.findings(), [](const Finding& finding) {
           return finding.rule == RuleId::invalid_yaml || finding.rule == RuleId::invalid_utf8 ||
                  finding.rule == RuleId::too_large;
         });
}

}  // namespace kanon
