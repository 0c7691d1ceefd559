#include "build/catalog_editions.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"
#include "history/unrecorded.h"
#include "resolve/catalog_chain.h"

namespace kanon {
namespace {

constexpr std::size_t kMostExtended = 64;

std::unexpected<Error> no_such_catalog(const Corpus& corpus, const std::string& id) {
  std::vector<std::string> ids;
  for (const Catalog& catalog : corpus.catalogs) ids.push_back(*catalog.id);
  std::ranges::sort(ids);
  const std::string list = ids.empty() ? "–" : join(ids, ", ");
  const auto meant = nearest(id, ids);
  return wrong_use(
      message("Der er intet kravkatalog med id «{}»", "There is no requirement catalog with the id “{}”", id),
      meant ? message("Mente du «{}»? Der er: {}", "Did you mean “{}”? There are: {}", *meant, list)
            : message("Der er: {}", "There are: {}", list));
}

std::unexpected<Error> no_such_release(const std::string& id, const std::string& version, const ItemArchive* archive) {
  std::vector<std::string> versions;
  if (archive != nullptr) {
    for (const LedgerEntry& entry : archive->entries) versions.push_back(entry.version->text());
  }
  const std::string list = versions.empty() ? "–" : join(versions, ", ");
  return wrong_use(message("«{}» er ikke udgivet i version «{}»", "“{}” was not released in version “{}”", id, version),
                   message("Der er udgivet: {}", "Released are: {}", list));
}

/// The entry of the release that a source is, word for word; empty for a draft.
std::string fingerprint_of(const Corpus& corpus, const Catalog& source) {
  const LedgerEntry* newest = newest_release(corpus, source);
  if (newest == nullptr || *newest->version != *source.version) return {};
  return difference_from_newest_release(corpus, source) ? std::string() : *newest->entry;
}

const Catalog* source_of(const Corpus& corpus, const std::string& id) {
  const auto found = std::ranges::find(corpus.catalogs, id, [](const Catalog& catalog) { return *catalog.id; });
  return found == corpus.catalogs.end() ? nullptr : &*found;
}

const Catalog* frozen_catalog(const Corpus& corpus, const ItemArchive& archive, const Version& version) {
  const FrozenRelease* release = archive.release_of(version);
  if (release == nullptr || !release->file) return nullptr;
  const auto found = std::ranges::find(corpus.frozen.catalogs, *release->file, &Catalog::file);
  return found == corpus.frozen.catalogs.end() ? nullptr : &*found;
}

const ItemArchive* archive_of(const Corpus& corpus, const std::string& id) {
  const auto found = corpus.archive.find(id);
  return found == corpus.archive.end() ? nullptr : &found->second;
}

std::vector<CatalogEdition> sources_of(const CheckedProject& checked, const std::string& id) {
  std::vector<CatalogEdition> editions;
  const Corpus& corpus = checked.corpus();
  const auto ref = checked.model.find(id);
  if (!ref || ref->kind != ItemKind::catalog) return editions;
  for (const ItemRef one : catalog_chain(checked.model, *ref)) {
    const Catalog& catalog = corpus.catalogs[one.index];
    editions.push_back({&catalog, fingerprint_of(corpus, catalog)});
  }
  return editions;
}

/// The release of an id that was the newest on a day; else its source.
std::optional<CatalogEdition> edition_on(const Corpus& corpus, const std::string& id, Date day) {
  if (const ItemArchive* archive = archive_of(corpus, id)) {
    for (auto entry = archive->entries.rbegin(); entry != archive->entries.rend(); ++entry) {
      if (day < *entry->date) continue;
      if (const Catalog* catalog = frozen_catalog(corpus, *archive, *entry->version)) {
        return CatalogEdition{catalog, *entry->entry};
      }
    }
  }
  if (const Catalog* source = source_of(corpus, id)) return CatalogEdition{source, {}};
  return std::nullopt;
}

Result<std::vector<CatalogEdition>> release_of(const Corpus& corpus, const std::string& id, const std::string& text) {
  const ItemArchive* archive = archive_of(corpus, id);
  const auto version = Version::parse(text);
  const LedgerEntry* entry = archive != nullptr && version ? archive->entry_of(*version) : nullptr;
  const Catalog* catalog = entry != nullptr ? frozen_catalog(corpus, *archive, *version) : nullptr;
  if (catalog == nullptr) return no_such_release(id, text, archive);
  std::vector<CatalogEdition> editions{{catalog, *entry->entry}};
  while (editions.back().catalog->extends && editions.size() < kMostExtended) {
    const std::string& next = **editions.back().catalog->extends;
    const bool met = std::ranges::any_of(editions, [&](const CatalogEdition& one) { return *one.catalog->id == next; });
    const auto extended = met ? std::nullopt : edition_on(corpus, next, *entry->date);
    if (!extended) break;
    editions.push_back(*extended);
  }
  return editions;
}

}  // namespace

Result<std::vector<CatalogEdition>> editions_to_export(const CheckedProject& checked, const std::string& id,
                                                       const std::string& version) {
  const Corpus& corpus = checked.corpus();
  const bool known = source_of(corpus, id) != nullptr || (!version.empty() && archive_of(corpus, id) != nullptr);
  if (!known) return no_such_catalog(corpus, id);
  return version.empty() ? Result<std::vector<CatalogEdition>>(sources_of(checked, id))
                         : release_of(corpus, id, version);
}

}  // namespace kanon
