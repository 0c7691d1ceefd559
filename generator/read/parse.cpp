#include "read/parse.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "read/markdown.h"
#include "read/oscal_source.h"
#include "read/yaml.h"

namespace kanon {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// The text with U+FFFD for every byte that is no part of UTF-8, so that it can be shown.
std::string readable(std::string_view text) {
  std::string out;
  for (auto bad = first_invalid_utf8(text); bad; bad = first_invalid_utf8(text)) {
    out.append(text.substr(0, *bad)).append(kReplacement);
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

Finding invalid_encoding(std::size_t offset, unsigned byte) {
  const auto begin = static_cast<std::uint32_t>(offset);
  const auto end = static_cast<std::uint32_t>(offset + kReplacement.size());
  if (byte == 0) {
    return {
        RuleId::invalid_utf8,
        {begin, end},
        message("Her står et tegn med værdien 0, som ikke hører hjemme i en tekst",
                "Here stands a character with the value 0, which does not belong in a text"),
        message("Gem filen igen som ren tekst i tegnkodningen UTF-8; er den ingen tekstfil, så flyt den.",
                "Save the file again as plain text in the encoding UTF-8; if it is no text file, move it elsewhere.")};
  }
  return {RuleId::invalid_utf8,
          {begin, end},
          message("Filen er ikke gemt som UTF-8: byten {:02X} kan ikke læses her",
                  "The file isn't saved as UTF-8: the byte {:02X} can't be read here", byte),
          message("Åbn filen i et tekstprogram, og gem den igen med tegnkodningen UTF-8.",
                  "Open the file in a text editor and save it again with the encoding UTF-8.")};
}

/// Where front matter and body lie in a text.
struct Sections {
  std::uint32_t yaml_begin = 0;
  std::uint32_t yaml_end = 0;
  std::uint32_t body = 0;
};

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

bool is_line_of(std::string_view line, std::string_view marks) {
  return line.starts_with(marks) && trim(line.substr(marks.size())).empty();
}

/// Nothing where front matter begins and never ends. Without front matter all of it is body.
std::optional<Sections> sections_of(std::string_view text) {
  if (!is_line_of(line_at(text, 0), "---")) return Sections{};
  const std::size_t first_end = text.find('\n');
  std::size_t begin = first_end == std::string_view::npos ? text.size() : first_end + 1;
  const auto yaml_begin = static_cast<std::uint32_t>(begin);
  while (begin < text.size()) {
    const std::string_view line = line_at(text, begin);
    const std::size_t next = std::min(begin + line.size() + 1, text.size());
    if (is_line_of(line, "---") || is_line_of(line, "...")) {
      return Sections{yaml_begin, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)};
    }
    begin = next;
  }
  return std::nullopt;
}

void parse_markdown_file(ParsedFile::Parts& parts) {
  const std::optional<Sections> sections = sections_of(parts.text);
  if (!sections) {
    parts.findings.push_back(
        {RuleId::invalid_yaml,
         {0, 3},
         message("Filens oplysninger begynder her, men slutter ikke", "The file's details begin here but never end"),
         message("Sæt en linje med «---» efter den sidste oplysning, før teksten begynder.",
                 "Put a line of “---” after the last of them, before the text begins.")});
    return;
  }
  if (sections->yaml_begin < sections->yaml_end) parse_yaml(parts, sections->yaml_begin, sections->yaml_end);
  parse_markdown(parts, sections->body);
}

}  // namespace

SourceForm source_form(std::string_view path) {
  if (path.ends_with(".md")) return SourceForm::markdown;
  return path.ends_with(".xml") ? SourceForm::oscal : SourceForm::yaml;
}

ParsedFile parse_source(std::string_view bytes, SourceForm form) {
  ParsedFile::Parts parts;
  parts.text = normalised_text(bytes);
  if (const auto bad = first_invalid_utf8(parts.text)) {
    parts.findings.push_back(invalid_encoding(*bad, static_cast<unsigned char>(parts.text[*bad])));
    parts.text = readable(parts.text);
  } else if (form == SourceForm::yaml) {
    parse_yaml(parts, 0, static_cast<std::uint32_t>(parts.text.size()));
  } else if (form == SourceForm::oscal) {
    parse_oscal(parts);
  } else {
    parse_markdown_file(parts);
  }
  return ParsedFile::pack(parts);
}

}  // namespace kanon
