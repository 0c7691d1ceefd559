#include "read/frozen_sources.h"

#include <string_view>
#include <utility>

#include "read/catalogs.h"
#include "read/documents.h"
#include "read/handbooks.h"
#include "read/project_sources.h"

namespace kanon {
namespace {

std::string_view ending_of(std::string_view path) {
  for (const std::string_view ending : {".md", ".xml"}) {
    if (path.ends_with(ending)) return ending;
  }
  return ".yaml";
}

/// Only a handbook has parts.
bool has_parts(const ParsedFile& file) {
  const std::span<const YamlNode> nodes = file.yaml();
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return false;
  for (std::uint32_t key = 1; key < nodes[0].next; key = nodes[nodes[key].next].next) {
    if (file.string(nodes[key].text) == "parts") return true;
  }
  return false;
}

template <class T>
void add(std::vector<T>& items, std::optional<T> item, const std::string& id) {
  if (!item) return;
  // Whatever its text says: it is the archive of this id that it was found in.
  item->id.value = id;
  items.push_back(std::move(*item));
}

}  // namespace

CurrentSources::CurrentSources(const Corpus& corpus) : corpus_(corpus) {
  const auto add_all = [&](const auto& items) {
    for (const Governed& item : items) by_id_.emplace(*item.id, item.file);
  };
  add_all(corpus.documents);
  add_all(corpus.catalogs);
  add_all(corpus.handbooks);
}

const SourceFile* CurrentSources::source_of(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &corpus_.files[found->second];
}

bool is_frozen_source(const std::string& id, const std::string& path) {
  return path == id + ".md" || path == id + ".yaml" || path == id + ".xml";
}

std::string place_of(const FrozenSource& frozen, const LedgerEntry* entry, const SourceFile* current) {
  const std::string_view ending = ending_of(frozen.file.path);
  if (entry != nullptr && entry->source.ends_with(ending)) return entry->source;
  if (current != nullptr && current->path.ends_with(ending)) return current->path;
  if (ending == ".md") return "content/documents/" + frozen.id + ".md";
  return (has_parts(frozen.file.parsed) ? "content/handbooks/" : "content/catalogs/") + frozen.id + std::string(ending);
}

Result<void> parse_frozen(Parsers& parsers, std::vector<FrozenSource>& sources) {
  std::vector<ParseJob> jobs;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!sources[i].job) continue;
    jobs.push_back(std::move(*sources[i].job));
    sources[i].job.reset();
    positions.push_back(i);
  }
  if (jobs.empty()) return {};
  auto parsed = parsers.parse(std::move(jobs));
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  for (std::size_t i = 0; i < positions.size(); ++i) sources[positions[i]].file.parsed = std::move((*parsed)[i]);
  return {};
}

void read_frozen_item(const std::string& id, FileIndex index, Corpus& corpus) {
  const SourceFile& file = corpus.files[index];
  Reading reading(file.parsed, index, file.path);
  switch (kind_of(file.place())) {
    case SourceKind::handbook:
      return add(corpus.frozen.handbooks, read_handbook(reading), id);
    case SourceKind::catalog:
    case SourceKind::imported_catalog:
      return add(corpus.frozen.catalogs, read_catalog(reading), id);
    default:
      return add(corpus.frozen.documents, read_document(reading), id);
  }
}

}  // namespace kanon
