#include <algorithm>

#include "base/text.h"
#include "lsp/cursor.h"
#include "read/yaml_walk.h"
#include "resolve/ids.h"

namespace kanon::lsp {
namespace {

constexpr std::size_t kMostSymbols = 200;

// SymbolKind of the protocol
constexpr int kFile = 1;
constexpr int kString = 15;
constexpr int kKey = 20;
constexpr int kObject = 19;

struct Section {
  std::string name;
  int level = 0;
  int kind = kString;
  Range whole;
  Range name_at;
};

/// The headings, each with what is below it.
std::vector<Section> headings_of(const ParsedFile& parsed) {
  std::vector<Section> sections;
  const auto nodes = parsed.markdown();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != MarkdownKind::heading) continue;
    std::string name = plain_text(parsed, i);
    if (name.empty()) name = "#";
    sections.push_back({std::move(name), nodes[i].level, kString, nodes[i].range, nodes[i].range});
  }
  const auto end = static_cast<std::uint32_t>(parsed.text().size());
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto after = std::find_if(sections.begin() + static_cast<std::ptrdiff_t>(i) + 1, sections.end(),
                                    [&](const Section& later) { return later.level <= sections[i].level; });
    sections[i].whole.end = after == sections.end() ? end : after->name_at.begin;
  }
  return sections;
}

/// What a mapping is called: its id, its title, its name.
std::string name_of_mapping(const ParsedFile& parsed, std::uint32_t mapping) {
  const auto nodes = parsed.yaml();
  std::string found;
  for (std::uint32_t key = mapping + 1; key < nodes[mapping].next; key = nodes[nodes[key].next].next) {
    const std::string_view name = parsed.string(nodes[key].text);
    const YamlNode& value = nodes[nodes[key].next];
    if (value.kind != YamlKind::scalar) continue;
    for (const std::string_view naming : {"id", "control", "version", "title", "criterion", "name"}) {
      if (name == naming && found.empty()) found = parsed.string(value.text);
    }
  }
  return found;
}

/// Keys and the mappings of lists, to the third level.
std::vector<Section> keys_of_file(const ParsedFile& parsed) {
  std::vector<Section> sections;
  walk_yaml(parsed, [&](const YamlSpot& spot) {
    const YamlNode& node = parsed.yaml()[spot.node];
    const int level =
        1 + static_cast<int>(std::ranges::count(spot.path, '.')) + static_cast<int>(std::ranges::count(spot.path, '['));
    if (spot.path.empty() || level > 3) return;
    if (spot.key) {
      const YamlNode& key = parsed.yaml()[*spot.key];
      if (key.text.size == 0) return;
      sections.push_back({std::string(parsed.string(key.text)),
                          level,
                          kKey,
                          {key.range.begin, std::max(key.range.end, node.range.end)},
                          key.range});
    } else if (node.kind == YamlKind::mapping) {
      std::string name = name_of_mapping(parsed, spot.node);
      if (name.empty()) name = "-";
      sections.push_back({std::move(name), level, kObject, node.range, {node.range.begin, node.range.begin}});
    }
  });
  return sections;
}

Json symbol(const Section& section, const TextLines& lines) {
  return {{"name", section.name},
          {"kind", section.kind},
          {"range", lines.range(section.whole)},
          {"selectionRange", lines.range(section.name_at)}};
}

/// The sections as a tree, from `next` on, of those deeper than `level`.
Json nested_symbols(const std::vector<Section>& sections, std::size_t& next, int level, const TextLines& lines) {
  Json symbols = Json::array();
  while (next < sections.size() && sections[next].level > level) {
    const Section& section = sections[next];
    Json one = symbol(section, lines);
    ++next;
    Json children = nested_symbols(sections, next, section.level, lines);
    if (!children.empty()) one["children"] = std::move(children);
    symbols.push_back(std::move(one));
  }
  return symbols;
}

bool matches(std::string_view text, std::string_view query) {
  return query.empty() || lower_ascii(text).find(lower_ascii(query)) != std::string::npos;
}

}  // namespace

Json document_symbols(const OpenFile& file, const TextLines& lines, bool nested, const std::string& uri) {
  const auto sections = file.path.ends_with(".md") ? headings_of(file.parsed) : keys_of_file(file.parsed);
  if (nested) {
    std::size_t next = 0;
    return nested_symbols(sections, next, 0, lines);
  }
  Json symbols = Json::array();
  for (const Section& section : sections) {
    symbols.push_back({{"name", section.name},
                       {"kind", section.kind},
                       {"location", {{"uri", uri}, {"range", lines.range(section.whole)}}}});
  }
  return symbols;
}

Json workspace_symbols(const ProjectView& view, std::string_view query) {
  Json symbols = Json::array();
  if (!view.has_model()) return symbols;
  const Model& model = view.model();
  Locations locations(view);
  for (const GivenId& given : given_ids(view.corpus())) {
    if (symbols.size() == kMostSymbols) break;
    const std::string title = model.title_of(given.item);
    if (!matches(given.id->value, query) && !matches(title, query)) continue;
    symbols.push_back({{"name", given.id->value},
                       {"kind", kFile},
                       {"containerName", title},
                       {"location", locations.location(given.file, given.id->range)}});
  }
  return symbols;
}

}  // namespace kanon::lsp
