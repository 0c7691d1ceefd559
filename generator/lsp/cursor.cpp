#include "lsp/cursor.h"

#include <algorithm>

#include "base/text.h"
#include "lsp/uris.h"
#include "read/project_sources.h"

namespace kanon::lsp {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

std::string Locations::uri(FileIndex file) const {
  return uri_of_path(path_below(view_.folder, view_.corpus().files[file].path));
}

Json Locations::location(FileIndex file, Range range) {
  return {{"uri", uri(file)}, {"range", lines_of(file).range(range)}};
}

const TextLines& Locations::lines_of(FileIndex file) {
  return lines_.try_emplace(file, view_.corpus().parsed(file).text(), view_.encoding).first->second;
}

std::optional<Mention> mention_at(const Cursor& cursor) {
  if (!cursor.view.has_model()) return std::nullopt;
  // a file that was not there at the last check holds no item yet: only its ids by themselves would need one
  const FileIndex index = cursor.file.index.value_or(static_cast<FileIndex>(cursor.view.corpus().files.size()));
  const auto mentions = mentions_in(cursor.view.model(), index, cursor.file.path, cursor.file.parsed);
  const auto found = std::ranges::find_if(mentions, [&](const Mention& mention) {
    return mention.range.begin <= cursor.offset && cursor.offset <= mention.range.end;
  });
  return found == mentions.end() ? std::nullopt : std::optional(*found);
}

bool is_among_keys(std::string_view path, std::string_view text, std::uint32_t offset) {
  if (!path.ends_with(".md")) return true;
  if (!text.starts_with("---")) return false;
  const auto end = text.find("\n---", 3);
  return offset > 3 && (end == std::string_view::npos || offset <= end);
}

const Term* term_at(const Cursor& cursor) {
  const std::string_view text = cursor.file.text();
  // the longest term that covers the cursor, whatever its case; an inflected word counts for its beginning
  const Term* found = nullptr;
  for (const Term& term : cursor.view.corpus().terms) {
    const std::size_t size = term.term.size();
    if (size == 0 || size > 200 || (found != nullptr && found->term.size() >= size)) continue;
    const std::size_t first = cursor.offset > size + 3 ? cursor.offset - size - 3 : 0;
    for (std::size_t at = first; at <= cursor.offset && at + size <= text.size(); ++at) {
      if (at > 0 && is_word_byte(text[at - 1])) continue;
      if (lower_ascii(text.substr(at, size)) != lower_ascii(term.term)) continue;
      std::size_t end = at + size;
      while (end < text.size() && end < at + size + 3 && is_word_byte(text[end])) ++end;
      if (cursor.offset <= end && (end == text.size() || !is_word_byte(text[end]))) found = &term;
    }
  }
  return found;
}

}  // namespace kanon::lsp
