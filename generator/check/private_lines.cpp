#include "check/private_lines.h"

#include <algorithm>
#include <array>

namespace kanon {
namespace {

constexpr std::array<std::string_view, 3> kPrivateKeys{"assessment", "contact", "evaluations"};

}  // namespace

std::vector<Range> private_stretches(const ParsedFile& member) {
  std::vector<Range> stretches;
  const auto nodes = member.yaml();
  // Of what can't be read nobody knows what it is.
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping)
    return {{0, static_cast<std::uint32_t>(member.text().size())}};
  for (std::uint32_t key = 1; key < nodes[0].next;) {
    const std::uint32_t value = nodes[key].next;
    const std::uint32_t next = value < nodes[0].next ? nodes[value].next : value;
    if (std::ranges::find(kPrivateKeys, member.string(nodes[key].text)) != kPrivateKeys.end()) {
      const bool is_last = next >= nodes[0].next;
      // The line of the next key is nobody's secret.
      stretches.push_back({nodes[key].range.begin, is_last ? nodes[0].range.end : nodes[next].range.begin - 1});
    }
    key = next;
  }
  return stretches;
}

}  // namespace kanon
