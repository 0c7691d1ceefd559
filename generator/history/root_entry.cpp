#include "history/root_entry.h"

#include "model/yaml_entries.h"

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
  const auto entries = entries_of(file, yaml_root);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (file.string(file.yaml()[entries[i].key].text) != key) continue;
    RootEntry found{entries[i].key, entries[i].value, std::nullopt, std::nullopt};
    if (i > 0) found.before = entries[i - 1].value;
    if (i + 1 < entries.size()) found.after = entries[i + 1].key;
    return found;
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
