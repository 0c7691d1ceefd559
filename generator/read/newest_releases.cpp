#include "read/newest_releases.h"

#include <map>
#include <vector>

#include "base/text.h"
#include "base/version.h"
#include "read/project_sources.h"

namespace kanon {
namespace {

constexpr std::string_view kArchive = "content/archive";

struct FrozenSource {
  Version version;
  std::string path;  ///< relative to the archive
};

/// A file of the archive as the frozen source of a document; nothing if it is another file.
std::optional<std::pair<std::string, FrozenSource>> frozen_source(const Entry& entry, const Limits& limits) {
  const auto parts = split(entry.path, '/');
  if (entry.kind != EntryKind::file || entry.size > limits.source_bytes || parts.size() != 3) return std::nullopt;
  const auto version = Version::parse(parts[1]);
  if (!version || parts[2] != std::string(parts[0]) + ".md") return std::nullopt;
  return std::pair(std::string(parts[0]), FrozenSource{*version, entry.path});
}

}  // namespace

Result<void> read_newest_releases(const Files& files, Parsers& parsers, const std::string& folder, Corpus& corpus) {
  const std::string archive = path_below(folder, kArchive);
  const auto entries = files.list(archive, folder);
  if (!entries) return std::unexpected(entries.error());
  std::map<std::string, FrozenSource> newest;
  for (const Entry& entry : *entries) {
    auto source = frozen_source(entry, corpus.config.limits);
    if (!source) continue;
    const auto [known, is_first] = newest.try_emplace(source->first, source->second);
    if (!is_first && known->second.version < source->second.version) known->second = std::move(source->second);
  }
  std::vector<ParseJob> jobs;
  std::vector<const Document*> released;
  for (const Document& document : corpus.documents) {
    const auto found = newest.find(*document.id);
    if (found == newest.end()) continue;
    auto bytes = files.read(path_below(archive, found->second.path));
    if (!bytes) return std::unexpected(bytes.error());
    jobs.push_back({path_below(std::string(kArchive), found->second.path), std::move(*bytes), SourceForm::markdown});
    released.push_back(&document);
  }
  if (jobs.empty()) return {};
  auto parsed = parsers.parse(std::move(jobs));
  if (!parsed) return std::unexpected(parsed.error());
  for (std::size_t i = 0; i < released.size(); ++i) {
    corpus.newest_releases.insert_or_assign(*released[i]->id,
                                            Release{newest.at(*released[i]->id).version, std::move((*parsed)[i])});
  }
  return {};
}

}  // namespace kanon
