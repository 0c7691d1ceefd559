#include <algorithm>

#include "base/id.h"
#include "base/path.h"
#include "base/text.h"
#include "base/yaml_scalar.h"
#include "fix/fix_parts.h"
#include "fix/likely_word.h"
#include "read/source_keys.h"

namespace kanon {
namespace {

/// What the key at a place says now, without quotes.
std::string_view key_text(const FixInput& input, const YamlSpot& spot) {
  return input.file().string(input.file().yaml()[*spot.key].text);
}

std::string mapping_path(const YamlSpot& spot) {
  const auto dot = spot.path.rfind('.');
  return dot == std::string::npos ? std::string() : spot.path.substr(0, dot);
}

/// The names that may stand in the mapping and don't yet.
std::vector<std::string> free_names(const FixInput& input, const YamlSpot& spot) {
  auto names = names_below(input.source().path, mapping_path(spot));
  const auto nodes = input.file().yaml();
  for (std::uint32_t key = *spot.around + 1; key < nodes[*spot.around].next; key = nodes[nodes[key].next].next) {
    std::erase(names, input.file().string(nodes[key].text));
  }
  return names;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

bool holds_one_named_item(std::string_view path) {
  return path.ends_with(".md") || path.starts_with("content/catalogs/") || path.starts_with("content/handbooks/");
}

}  // namespace

MaybeRemedy fix_unknown_key(const FixInput& input) {
  constexpr std::uint32_t most = 10'000;  // nodes: of a mapping that no person wrote there is nothing to guess
  const YamlSpot* spot = input.value_of_key();
  if (spot == nullptr || !spot->around) return std::nullopt;
  if (input.file().yaml()[*spot->around].next - *spot->around > most) return std::nullopt;
  const LikelyWord meant = likely_word(key_text(input, *spot), free_names(input, *spot));
  if (meant.word.empty()) return std::nullopt;
  return replacement(meant.certainty, input.range, key_text(input, *spot), meant.word);
}

MaybeRemedy fix_missing_key(const FixInput& input) {
  const std::string_view path = input.source().path;
  const std::string id(stem_of(path));
  const auto nodes = input.file().yaml();
  if (!holds_one_named_item(path) || key_at(path, "id") == nullptr || !is_item_id(id)) return std::nullopt;
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping || nodes.size() < 2) return std::nullopt;
  // one finding a key: that of another one has the same place, and adding the id would not help it
  for (std::uint32_t key = 1; key < nodes[0].next; key = nodes[nodes[key].next].next) {
    if (input.file().string(nodes[key].text) == "id") return std::nullopt;
  }
  const std::uint32_t first = nodes[1].range.begin;
  const bool begins_line = first == 0 || input.text()[first - 1] == '\n';
  if (!begins_line) return std::nullopt;
  return Remedy{Certainty::sure,
                message("skriv id: {}, som filen hedder", "write id: {}, as the file is named", id),
                {{{first, first}, "id: " + yaml_scalar(id) + "\n"}}};
}

MaybeRemedy fix_id(const FixInput& input) {
  const std::string stem(stem_of(input.source().path));
  const YamlSpot* spot = input.value();
  if (spot == nullptr || spot->path != "id" || !is_item_id(stem)) return std::nullopt;
  const std::string_view written = input.file().string(input.file().yaml()[spot->node].text);
  const bool same = likely_word(written, {stem}).certainty == Certainty::sure;
  return replacement(same ? Certainty::sure : Certainty::likely, input.range, written, yaml_scalar(stem));
}

MaybeRemedy fix_repeated_key(const FixInput& input) {
  const std::string_view text = input.text();
  if (input.value_of_key() != nullptr || input.text_of(input.range).empty())
    return std::nullopt;  // the one that was kept is not it
  const std::string_view repeated = line_at(text, input.range.begin);
  const auto line_begin = static_cast<std::uint32_t>(repeated.data() - text.data());
  const std::string_view key = input.text_of(input.range);
  if (repeated.substr(0, input.range.begin - line_begin).find_first_not_of(' ') != std::string_view::npos)
    return std::nullopt;
  if (trim(repeated.substr(input.range.end - line_begin)).size() < 2) return std::nullopt;  // its value is elsewhere
  // A value may go on below: what follows has to be a key of the same mapping, or the end.
  const std::uint32_t next = static_cast<std::uint32_t>(std::min(line_begin + repeated.size() + 1, text.size()));
  const std::string_view below = line_at(text, next);
  const std::size_t indent = input.range.begin - line_begin;
  if (next < text.size() && below.find_first_not_of(' ') > indent && !trim(below).empty()) return std::nullopt;
  // The first one: the same line, somewhere above, in the same mapping.
  constexpr int most_lines = 1000;
  std::size_t at = line_begin;
  for (int line = 0; at > 0 && line < most_lines; ++line) {
    const std::string_view above = line_at(text, at - 1);
    at = static_cast<std::size_t>(above.data() - text.data());
    const std::size_t inner = above.find_first_not_of(' ');
    if (inner == std::string_view::npos || inner > indent) continue;
    if (inner < indent) return std::nullopt;
    if (!above.substr(inner).starts_with(std::string(key) + ":")) continue;
    if (trim(above) != trim(repeated)) return std::nullopt;
    return Remedy{
        Certainty::sure,
        message("fjern gentagelsen af «{}», der siger det samme", "remove the repeated “{}”, which says the same", key),
        {{{line_begin, next}, ""}}};
  }
  return std::nullopt;
}

}  // namespace kanon
