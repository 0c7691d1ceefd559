#include "history/unrecorded.h"

#include <algorithm>

#include "base/text.h"
#include "history/linked_path.h"
#include "history/root_entry.h"

namespace kanon {
namespace {

constexpr std::string_view kContent = "content/";
constexpr std::string_view kFrozenLocalFiles = "files/";

/// A text without one stretch of it.
struct CutText {
  std::string_view text;
  Range cut;

  std::size_t size() const { return text.size() - (cut.end - cut.begin); }
  /// Where a byte stands in the whole text.
  std::size_t place_of(std::size_t at) const { return at < cut.begin ? at : at + (cut.end - cut.begin); }
  char at(std::size_t i) const { return text[place_of(i)]; }
};

/// `aliases` may be added to a released version: they say where it stood, not what it says.
CutText without_aliases(const ParsedFile& file) {
  const auto entry = root_entry(file, "aliases");
  return {file.text(), entry ? whole_entry(file, *entry) : Range{}};
}

/// The line that a byte stands in, without its line break; at the end of the text the last line.
Range line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  if (at == text.size() && at > 0) --at;
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::optional<Range> first_different_line(const CutText& source, const CutText& released) {
  const std::size_t shared = std::min(source.size(), released.size());
  std::size_t same = 0;
  while (same < shared && source.at(same) == released.at(same)) ++same;
  if (same == source.size() && same == released.size()) return std::nullopt;
  return line_at(source.text, same < source.size() ? source.place_of(same) : source.text.size());
}

/// Where the source first refers to a file: the link or image, else its first line.
Range reference_to(const SourceFile& source, std::string_view path) {
  for (const MarkdownNode& node : source.parsed.markdown()) {
    if (linked_path(source, node) == path) return node.range;
  }
  return line_at(source.parsed.text(), 0);
}

std::optional<Difference> changed_local_file(const Corpus& corpus, const SourceFile& source,
                                             const FrozenRelease& released) {
  for (const FrozenFile& frozen : released.files) {
    if (!frozen.path.starts_with(kFrozenLocalFiles)) continue;
    const std::string path = std::string(kContent) + frozen.path.substr(kFrozenLocalFiles.size());
    const auto now = corpus.local_files.find(path);
    if (now != corpus.local_files.end() && now->second == frozen.sha256) continue;
    return Difference{reference_to(source, path), path};
  }
  return std::nullopt;
}

/// A file that the text uses and the release doesn't hold: its link led nowhere on the day of the release.
std::optional<Difference> added_local_file(const Corpus& corpus, const SourceFile& source,
                                           const FrozenRelease& released) {
  for (const MarkdownNode& node : source.parsed.markdown()) {
    const auto path = linked_path(source, node);
    if (!path || !path->starts_with(kContent)) continue;
    if (!std::ranges::binary_search(corpus.other_files, *path)) continue;
    const std::string frozen = std::string(kFrozenLocalFiles) + path->substr(kContent.size());
    if (std::ranges::find(released.files, frozen, &FrozenFile::path) == released.files.end()) {
      return Difference{node.range, *path};
    }
  }
  return std::nullopt;
}

}  // namespace

const LedgerEntry* newest_release(const Corpus& corpus, const Governed& item) {
  const auto archive = corpus.archive.find(item.id.value);
  return archive == corpus.archive.end() ? nullptr : archive->second.newest();
}

std::optional<Difference> difference_from_newest_release(const Corpus& corpus, const Governed& item) {
  const LedgerEntry* entry = newest_release(corpus, item);
  if (entry == nullptr) return std::nullopt;
  const FrozenRelease* released = corpus.archive.find(item.id.value)->second.release_of(entry->version.value);
  // Frozen files that were altered say nothing of the source: they are a finding of their own.
  if (released == nullptr || released->sha256 != entry->sha256.value) return std::nullopt;
  const SourceFile& source = corpus.files[item.file];
  if (released->file) {
    const auto line =
        first_different_line(without_aliases(source.parsed), without_aliases(corpus.parsed(*released->file)));
    if (line) return Difference{*line, {}};
  }
  if (auto changed = changed_local_file(corpus, source, *released)) return changed;
  return added_local_file(corpus, source, *released);
}

}  // namespace kanon
