#include "check/private_lines.h"

#include <algorithm>
#include <array>

#include "check/front_matter.h"
#include "model/yaml_entries.h"

namespace kanon {
namespace {

constexpr std::array<std::string_view, 3> kPrivateKeys{"assessment", "contact", "evaluations"};

}  // namespace

std::vector<Range> private_stretches(const ParsedFile& member) {
  // Of what can't be read nobody knows what it is; of a key given twice only the first is in the tree.
  if (keys_are_unreadable(member)) return {{0, static_cast<std::uint32_t>(member.text().size())}};
  std::vector<Range> stretches;
  const auto nodes = member.yaml();
  const auto entries = entries_of(member, yaml_root);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const YamlNode& key = nodes[entries[i].key];
    if (std::ranges::find(kPrivateKeys, member.string(key.text)) == kPrivateKeys.end()) continue;
    const bool is_last = i + 1 == entries.size();
    // The line of the next key is nobody's secret.
    stretches.push_back(
        {key.range.begin, is_last ? nodes[yaml_root].range.end : nodes[entries[i + 1].key].range.begin - 1});
  }
  return stretches;
}

}  // namespace kanon
