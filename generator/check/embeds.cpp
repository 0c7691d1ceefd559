#include "check/embeds.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {

const std::vector<EmbedKind>& embed_kinds() {
  static const std::vector<EmbedKind> kinds{
      {"history", {}, ""},
      {"approvals", {}, ""},
      {"criteria", {}, ""},
      {"members", {}, ""},
      {"requirements", {"catalog", "phase"}, "catalog"},
      {"hierarchy", {}, ""},
      {"coverage", {"catalog"}, ""},
      {"glossary", {}, ""},
      {"dispensations", {}, ""},
      {"applicability", {}, ""},
      {"requirement-index", {}, ""},
  };
  return kinds;
}

const EmbedKind* embed_kind(std::string_view name) {
  const auto& kinds = embed_kinds();
  const auto found = std::ranges::find(kinds, name, &EmbedKind::name);
  return found == kinds.end() ? nullptr : &*found;
}

std::vector<EmbedParameter> embed_parameters(std::string_view text) {
  constexpr std::string_view blank = " \t\n";
  std::vector<EmbedParameter> parameters;
  for (auto begin = text.find_first_not_of(blank); begin != std::string_view::npos;) {
    const auto end = std::min(text.find_first_of(blank, begin), text.size());
    const std::string_view parameter = text.substr(begin, end - begin);
    const auto equals = std::min(parameter.find('='), parameter.size());
    parameters.push_back({parameter.substr(0, equals), parameter.substr(std::min(equals + 1, parameter.size()))});
    begin = text.find_first_not_of(blank, end);
  }
  return parameters;
}

WrittenEmbed split_embed(std::string_view text) {
  text = trim(text);
  const auto blank = std::min(text.find_first_of(" \t\n"), text.size());
  return {text.substr(0, blank), text.substr(blank)};
}

Range first_line(const ParsedFile& file, Range range) {
  const auto line = file.text().substr(0, range.end).find('\n', range.begin);
  if (line != std::string_view::npos) range.end = static_cast<std::uint32_t>(line);
  return range;
}

}  // namespace kanon
