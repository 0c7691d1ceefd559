#include "resolve/resolve.h"

#include <algorithm>

#include "base/path.h"
#include "resolve/addresses.h"
#include "resolve/claims.h"
#include "resolve/hierarchy.h"
#include "resolve/ids.h"
#include "resolve/links.h"

namespace kanon {
namespace {

void tie_ids(Model& model) {
  for (const auto& given : given_ids(model.source())) model.ids.emplace(given.id->value, given.item);
}

template <class Items>
void tie_files(Model& model, ItemKind kind, const Items& items) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const ItemRef item{kind, i, 0};
    auto& holds = model.by_file[items[i].file];
    if (!holds) holds = item;
    if (!leads(items[i])) continue;
    const std::string& path = model.source().files[items[i].file].place();
    model.by_path.emplace(path, item);
    if (kind != ItemKind::page) model.ids.emplace(stem_of(path), item);
  }
}

void tie_files(Model& model) {
  const Corpus& corpus = model.source();
  model.by_file.assign(corpus.files.size(), std::nullopt);
  tie_files(model, ItemKind::document, corpus.documents);
  tie_files(model, ItemKind::member, corpus.members);
  tie_files(model, ItemKind::project, corpus.projects);
  tie_files(model, ItemKind::page, corpus.pages);
  tie_files(model, ItemKind::catalog, corpus.catalogs);
  tie_files(model, ItemKind::handbook, corpus.handbooks);
  for (const auto& [path, id] : corpus.known_paths) {
    if (const auto item = model.find(id)) model.by_path.emplace(path, *item);
  }
}

template <class Items>
void tie_editions(Model& model, ItemKind kind, const Items& items) {
  for (std::uint32_t i = 0; i < items.size(); ++i) model.editions[*items[i].id].push_back({kind, i, 0});
}

void tie_editions(Model& model) {
  const Corpus& corpus = model.source();
  tie_editions(model, ItemKind::document, corpus.documents);
  tie_editions(model, ItemKind::catalog, corpus.catalogs);
  tie_editions(model, ItemKind::handbook, corpus.handbooks);
  for (auto& [id, editions] : model.editions) {
    std::ranges::sort(editions, [&](ItemRef a, ItemRef b) {
      const auto order = *model.governed(b).version <=> *model.governed(a).version;
      return order != 0 ? order < 0 : a < b;
    });
  }
}

/// The addresses that releases have for good: they can be linked to whatever stands in the sources.
void tie_release_addresses(Model& model) {
  for (const auto& [id, archive] : model.source().archive) {
    const auto item = model.find(id);
    if (!item || !is_governed(item->kind) || archive.entries.empty()) continue;
    model.release_addresses.emplace(history_address_of(model, *item), *item);
    for (const LedgerEntry& entry : archive.entries) {
      const ReleaseName release{id, *entry.version};
      model.release_addresses.emplace(permanent_address_of(model, item->kind, release), *item);
      model.release_addresses.emplace(pdf_address_of(model, item->kind, release), *item);
    }
  }
}

void tie_addresses(Model& model) {
  for (const auto& claim : claimed_addresses(model)) {
    model.by_address.emplace(claim.address, claim.item);
    if (const std::string pdf = pdf_address_of(model, claim.item); !pdf.empty())
      model.by_address.emplace(pdf, claim.item);
  }
  tie_release_addresses(model);
}

}  // namespace

Model resolve(const Corpus& corpus) {
  Model model;
  model.corpus = &corpus;
  tie_ids(model);
  tie_files(model);
  tie_editions(model);
  tie_addresses(model);
  tie_hierarchy(model);
  tie_links(model);
  return model;
}

}  // namespace kanon
