#include "read/markdown_markers.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::array<std::pair<std::string_view, AdmonitionKind>, 7> kMarkers{{
    {"[!note]", AdmonitionKind::note},
    {"[!tip]", AdmonitionKind::tip},
    {"[!important]", AdmonitionKind::important},
    {"[!warning]", AdmonitionKind::warning},
    {"[!caution]", AdmonitionKind::caution},
    {"[!definition]", AdmonitionKind::definition},
    {"[!recommendation]", AdmonitionKind::recommendation},
}};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Words parted by blanks; blanks between double quotes part nothing, and the quotes are left out.
std::vector<std::string> words_of(std::string_view info) {
  std::vector<std::string> words;
  bool in_word = false;
  bool in_quotes = false;
  for (const char c : info) {
    if (is_blank(c) && !in_quotes) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '"') {
      in_quotes = !in_quotes;
    } else {
      words.back() += c;
    }
  }
  return words;
}

}  // namespace

std::optional<AdmonitionMarker> admonition_marker(std::string_view text) {
  if (!text.starts_with("[!")) return std::nullopt;
  const std::string beginning = lower_ascii(text.substr(0, 24));
  for (const auto& [marker, kind] : kMarkers) {
    const bool stands_alone =
        beginning.size() == marker.size() ||
        (beginning.size() > marker.size() && (is_blank(beginning[marker.size()]) || beginning[marker.size()] == '\n'));
    if (beginning.starts_with(marker) && stands_alone) return AdmonitionMarker{kind, marker.size()};
  }
  return std::nullopt;
}

std::optional<EmbedInfo> embed_info(std::string_view info) {
  const std::vector<std::string> words = words_of(info);
  if (words.empty() || words.front() != "kanon") return std::nullopt;
  EmbedInfo embed;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_pair = words[i].find('=') != std::string::npos;
    if (!is_pair && embed.name.empty() && embed.pairs.empty()) {
      embed.name = words[i];
    } else {
      if (!embed.pairs.empty()) embed.pairs += '\n';
      embed.pairs += words[i];
    }
  }
  return embed;
}

}  // namespace kanon
