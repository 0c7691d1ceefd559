#include "read/yaml_walk.h"

namespace kanon {
namespace {

void walk(const ParsedFile& file, const YamlSpot& spot, const std::function<void(const YamlSpot&)>& visit) {
  visit(spot);
  const auto nodes = file.yaml();
  const YamlNode& node = nodes[spot.node];
  if (node.kind == YamlKind::sequence) {
    for (std::uint32_t child = spot.node + 1; child < node.next; child = nodes[child].next) {
      walk(file, {spot.path + "[]", child, std::nullopt, spot.node}, visit);
    }
  } else if (node.kind == YamlKind::mapping) {
    for (std::uint32_t key = spot.node + 1; key < node.next;) {
      const std::uint32_t value = nodes[key].next;
      const std::string prefix = spot.path.empty() ? "" : spot.path + ".";
      walk(file, {prefix + std::string(file.string(nodes[key].text)), value, key, spot.node}, visit);
      key = nodes[value].next;
    }
  }
}

bool holds(Range range, std::uint32_t offset) { return range.begin <= offset && offset <= range.end; }

}  // namespace

// The parser bounds how deep a tree can be, so that walking it down is safe.
void walk_yaml(const ParsedFile& file, const std::function<void(const YamlSpot&)>& visit) {
  if (!file.yaml().empty()) walk(file, {}, visit);
}

std::optional<YamlSpot> value_at(const ParsedFile& file, std::uint32_t offset) {
  std::optional<YamlSpot> found;
  walk_yaml(file, [&](const YamlSpot& spot) {
    const YamlNode& node = file.yaml()[spot.node];
    if (node.kind == YamlKind::scalar && holds(node.range, offset)) found = spot;
  });
  return found;
}

std::optional<YamlSpot> value_of_key_at(const ParsedFile& file, std::uint32_t offset) {
  std::optional<YamlSpot> found;
  walk_yaml(file, [&](const YamlSpot& spot) {
    if (spot.key && holds(file.yaml()[*spot.key].range, offset)) found = spot;
  });
  return found;
}

}  // namespace kanon
