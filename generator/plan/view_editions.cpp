#include <algorithm>
#include <tuple>

#include "plan/view.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

template <class Items>
void add_all(ItemKind kind, const Items& items, std::vector<ItemRef>& all) {
  for (std::uint32_t i = 0; i < items.size(); ++i) all.push_back({kind, i, 0});
}

std::vector<ItemRef> all_editions(const Corpus& corpus) {
  std::vector<ItemRef> all;
  add_all(ItemKind::document, corpus.documents, all);
  add_all(ItemKind::catalog, corpus.catalogs, all);
  add_all(ItemKind::handbook, corpus.handbooks, all);
  return all;
}

}  // namespace

std::vector<ItemRef> View::editions_of(ItemRef item) const {
  std::vector<ItemRef> editions;
  const auto found = model_->editions.find(*governed(item).id);
  if (found == model_->editions.end()) return editions;
  std::ranges::copy_if(found->second, std::back_inserter(editions), [&](ItemRef edition) { return sees(edition); });
  return editions;
}

std::vector<ItemRef> View::releases() const {
  std::vector<ItemRef> releases;
  for (const ItemRef item : all_editions(model_->source())) {
    if (governed(item).edition.is_released() && sees(item)) releases.push_back(item);
  }
  std::ranges::sort(releases, [&](ItemRef a, ItemRef b) {
    const Governed& first = governed(a);
    const Governed& second = governed(b);
    if (first.edition.released != second.edition.released) return second.edition.released < first.edition.released;
    if (*first.id != *second.id) return *first.id < *second.id;
    return *second.version < *first.version;
  });
  return releases;
}

// What this audience once could read: its own level allowed it, whatever is said of the item now.
bool View::once_showed(ItemRef item) const {
  return governed(item).edition.is_released() && up_to_ && within(model_->own_level_of(item));
}

std::vector<ItemRef> View::withdrawn() const {
  std::vector<ItemRef> withdrawn;
  for (const ItemRef item : all_editions(model_->source())) {
    if (once_showed(item) && !sees(item)) withdrawn.push_back(item);
  }
  return withdrawn;
}

std::vector<ItemRef> View::removed() const {
  std::vector<ItemRef> removed;
  for (const ItemRef item : all_editions(model_->source())) {
    const Governed& edition = governed(item);
    if (edition.edition.standing != Standing::ended || model_->editions.at(*edition.id).front() != item) continue;
    if (sees(item)) removed.push_back(item);
  }
  return removed;
}

std::optional<ItemRef> View::release_before(ItemRef item) const {
  const ItemArchive* ledger = ledger_of(item);
  const Governed& edition = governed(item);
  const LedgerEntry* before = nullptr;
  if (ledger == nullptr) return std::nullopt;
  for (const LedgerEntry& entry : ledger->entries) {
    if (*entry.version < *edition.version) before = &entry;
  }
  return before == nullptr ? std::nullopt : this->edition({*edition.id, *before->version});
}

std::optional<ItemRef> View::release_after(ItemRef item) const {
  const ItemArchive* ledger = ledger_of(item);
  const Governed& edition = governed(item);
  if (ledger == nullptr) return std::nullopt;
  for (const LedgerEntry& entry : ledger->entries) {
    if (*edition.version < *entry.version) return this->edition({*edition.id, *entry.version});
  }
  return std::nullopt;
}

std::optional<ItemRef> View::edition(const ReleaseName& release) const {
  const auto found = model_->editions.find(release.id);
  if (found == model_->editions.end()) return std::nullopt;
  for (const ItemRef edition : found->second) {
    if (*governed(edition).version == release.version && sees(edition)) return edition;
  }
  return std::nullopt;
}

const ItemArchive* View::ledger_of(ItemRef item) const {
  const Archive& archive = model_->source().archive;
  const auto found = archive.find(*governed(item).id);
  return found == archive.end() ? nullptr : &found->second;
}

}  // namespace kanon
