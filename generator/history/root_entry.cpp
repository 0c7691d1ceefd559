#include "history/root_entry.h"

#include <algorithm>

namespace kanon {
namespace {

std::uint32_t begin_of_line(std::string_view text, std::uint32_t at) {
  if (at == 0) return 0;
  const auto before = text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
}

/// After the line feed of the line that `at` stands in.
std::uint32_t end_of_line(std::string_view text, std::uint32_t at) {
  const auto feed = text.find('\n', at);
  return static_cast<std::uint32_t>(feed == std::string_view::npos ? text.size() : feed + 1);
}

}  // namespace

std::optional<RootEntry> root_entry(const ParsedFile& file, std::string_view key) {
  const auto nodes = file.yaml();
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return std::nullopt;
  const std::uint32_t end = nodes[0].next;
  std::optional<std::uint32_t> before;
  for (std::uint32_t at = 1; at + 1 < end;) {
    const std::uint32_t value = nodes[at].next;
    if (value >= end) break;
    const std::uint32_t next = nodes[value].next;
    if (file.string(nodes[at].text) == key) {
      return RootEntry{at, value, before, next < end ? std::optional(next) : std::nullopt};
    }
    before = value;
    at = next;
  }
  return std::nullopt;
}

Range whole_entry(const ParsedFile& file, const RootEntry& entry) {
  const auto nodes = file.yaml();
  const std::string_view text = file.text();
  const Range key = nodes[entry.key].range;
  const std::uint32_t end = std::max(key.end, nodes[entry.value].range.end);
  const bool in_flow = nodes[0].range.begin < text.size() && text[nodes[0].range.begin] == '{';
  if (in_flow && entry.after) return {key.begin, std::max(key.begin, nodes[*entry.after].range.begin)};
  if (in_flow && entry.before) return {std::min(nodes[*entry.before].range.end, end), end};
  if (in_flow) return {key.begin, end};
  // A block scalar ends with the line feed of its last line.
  const bool ends_its_line = end > key.end && text[end - 1] == '\n';
  return {begin_of_line(text, key.begin), ends_its_line ? end : end_of_line(text, end)};
}

}  // namespace kanon
