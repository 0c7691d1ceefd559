#include "history/history_entry_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/yaml_scalar.h"
#include "model/change_kind.h"

namespace kanon {
namespace {

std::string joined_fields(const NewHistoryEntry& entry, std::string_view separator) {
  return fmt::format("version: \"{1}\"{0}date: {2}{0}by: {3}{0}change: {4}{0}kind: {5}", separator,
                     entry.version.text(), entry.date.iso(), yaml_scalar(entry.by), yaml_scalar(entry.change),
                     key_of(entry.kind));
}

/// In the form of a flow mapping that is there: with or without blanks inside its braces.
std::string flow_entry_like(const NewHistoryEntry& entry, std::string_view there) {
  const bool spaced = there.starts_with("{ ");
  return spaced ? "{ " + joined_fields(entry, ", ") + " }" : flow_entry(entry);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

/// Whether there is nothing but blanks, line breaks and comments.
bool is_gap(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view written = trim(line);
    if (!written.empty() && !written.starts_with('#')) return false;
  }
  return true;
}

/// What stands on the line of `at` before it.
std::string_view before_on_line(std::string_view text, std::uint32_t at) {
  const auto feed = text.substr(0, at).rfind('\n');
  const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
  return text.substr(begin, at - begin);
}

std::optional<TextEdit> on_top_of_flow_list(std::string_view text, std::uint32_t list, std::uint32_t first,
                                            const NewHistoryEntry& entry) {
  if (text[first] != '{' || !is_gap(text.substr(list + 1, first - list - 1))) return std::nullopt;
  const std::string_view indent = before_on_line(text, first);
  const std::string after = is_blank(indent) ? ",\n" + std::string(indent) : std::string(", ");
  return TextEdit{{first, first}, flow_entry_like(entry, text.substr(first)) + after};
}

std::optional<TextEdit> on_top_of_block_list(std::string_view text, std::uint32_t dash, std::uint32_t first,
                                             const NewHistoryEntry& entry) {
  const std::string_view indent = before_on_line(text, dash);
  const std::string_view gap = text.substr(dash + 1, first - dash - 1);
  if (indent.find_first_not_of(' ') != std::string_view::npos || !is_gap(gap)) return std::nullopt;
  // After the dash as many blanks as there are now, so that block mappings line up.
  const std::string blanks = gap.find_first_not_of(' ') == std::string_view::npos ? std::string(gap) : " ";
  const std::string lead = std::string(indent) + "-" + blanks;
  const std::uint32_t line = dash - static_cast<std::uint32_t>(indent.size());
  const std::string written = text[first] == '{' ? flow_entry_like(entry, text.substr(first))
                                                 : joined_fields(entry, "\n" + std::string(lead.size(), ' '));
  return TextEdit{{line, line}, lead + written + "\n"};
}

}  // namespace

std::string flow_entry(const NewHistoryEntry& entry) { return "{" + joined_fields(entry, ", ") + "}"; }

std::optional<TextEdit> entry_on_top(const ParsedFile& file, std::uint32_t history, const NewHistoryEntry& entry) {
  const auto nodes = file.yaml();
  const std::string_view text = file.text();
  const std::uint32_t first = history + 1;
  if (nodes[history].kind != YamlKind::sequence || first >= nodes[history].next) return std::nullopt;
  const std::uint32_t list_at = nodes[history].range.begin;
  const std::uint32_t first_at = nodes[first].range.begin;
  if (nodes[first].kind != YamlKind::mapping || first_at <= list_at || first_at >= text.size()) return std::nullopt;
  // A block mapping begins with its first key; an alias or a key behind `?` does not.
  const bool begins_with_key = first + 1 < nodes[first].next && nodes[first + 1].range.begin == first_at;
  if (text[first_at] != '{' && !begins_with_key) return std::nullopt;
  if (text[list_at] == '[') return on_top_of_flow_list(text, list_at, first_at, entry);
  if (text[list_at] == '-') return on_top_of_block_list(text, list_at, first_at, entry);
  return std::nullopt;
}

}  // namespace kanon
