#include "build/release_run.h"

#include <algorithm>
#include <tuple>

#include "resolve/catalog_chain.h"

namespace kanon {
namespace {

/// Under how many documents one stands. Circles have no parents in the model.
std::size_t depth_of(const Model& model, std::uint32_t document) {
  std::size_t depth = 0;
  for (auto above = model.parent[document]; above && depth <= model.parent.size(); above = model.parent[*above]) {
    ++depth;
  }
  return depth;
}

int turn_of(ItemKind kind) { return kind == ItemKind::document ? 0 : kind == ItemKind::catalog ? 1 : 2; }

/// The audience that sees the most; the first of several.
std::string widest_audience(const Config& config) {
  const auto reach = [&](const Audience& audience) { return config.level_of(audience.up_to).value_or(0); };
  const auto widest = std::ranges::max_element(config.audiences, {}, reach);
  return widest == config.audiences.end() ? std::string() : widest->id;
}

template <class T>
std::optional<std::uint32_t> position_of(const std::vector<T>& items, const std::string& id) {
  const auto found = std::ranges::find(items, id, [](const T& item) -> const std::string& { return item.id.value; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - items.begin());
}

}  // namespace

std::optional<ItemRef> releasable(const Model& model, const std::string& id) {
  const auto found = model.find(id);
  if (found && is_governed(found->kind)) return found;
  if (!found) return std::nullopt;
  // Something else has taken the id: a finding, and a reason to release neither.
  const Corpus& corpus = model.source();
  if (const auto at = position_of(corpus.documents, id)) return ItemRef{ItemKind::document, *at};
  if (const auto at = position_of(corpus.catalogs, id)) return ItemRef{ItemKind::catalog, *at};
  if (const auto at = position_of(corpus.handbooks, id)) return ItemRef{ItemKind::handbook, *at};
  return std::nullopt;
}

std::vector<ItemRef> in_order_of_release(const Model& model, const std::vector<std::string>& ids) {
  std::vector<std::tuple<int, std::size_t, ItemRef>> turns;
  for (const auto& id : ids) {
    const auto item = releasable(model, id);
    if (!item) continue;
    const std::size_t depth = item->kind == ItemKind::document  ? depth_of(model, item->index)
                              : item->kind == ItemKind::catalog ? catalog_chain(model, *item).size()
                                                                : 0;
    turns.emplace_back(turn_of(item->kind), depth, *item);
  }
  std::ranges::sort(turns);
  turns.erase(std::ranges::unique(turns).begin(), turns.end());
  std::vector<ItemRef> items;
  for (const auto& turn : turns) items.push_back(std::get<ItemRef>(turn));
  return items;
}

const std::vector<LedgerEntry>& ReleaseRun::ledger_of(const std::string& id) const {
  static const std::vector<LedgerEntry> empty;
  if (const auto written = written_.find(id); written != written_.end()) return written->second;
  const auto archive = corpus().archive.find(id);
  return archive == corpus().archive.end() ? empty : archive->second.entries;
}

const LedgerEntry* ReleaseRun::newest(const std::string& id) const {
  const auto& entries = ledger_of(id);
  return entries.empty() ? nullptr : &entries.back();
}

void ReleaseRun::add(const std::string& id, LedgerEntry entry) {
  std::vector<LedgerEntry> entries = ledger_of(id);
  entries.push_back(std::move(entry));
  written_[id] = std::move(entries);
}

const View& ReleaseRun::view_of(const std::string& audience) {
  auto& view = views_[audience];
  if (!view) view = std::make_unique<View>(model(), audience);
  return *view;
}

const View& ReleaseRun::view_for(const Handbook& handbook) {
  const Config& config = corpus().config;
  if (handbook.audience && config.audience(**handbook.audience)) {
    const View& own = view_of(**handbook.audience);
    const auto sees_it = [&](const Handbook* one) { return one == &handbook; };
    if (std::ranges::any_of(own.handbooks(), sees_it)) return own;
  }
  return view_of(widest_audience(config));
}

std::vector<std::string> ReleaseRun::ids_extended_by(ItemRef catalog) const {
  std::vector<std::string> ids;
  for (const ItemRef extended : catalog_chain(model(), catalog)) {
    if (extended != catalog) ids.push_back(*model().governed(extended).id);
  }
  return ids;
}

std::vector<std::string> ReleaseRun::ids_in(const Handbook& handbook) {
  const View& view = view_for(handbook);
  std::vector<std::string> ids;
  const auto add_once = [&](const std::string& id) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  };
  for (const HandbookPart& part : handbook.parts) {
    for (const Document* document : view.documents_of(part)) add_once(document->id.value);
    for (const Catalog* catalog : view.catalogs_of(part)) add_once(catalog->id.value);
  }
  return ids;
}

}  // namespace kanon
