#include "resolve/ids.h"

#include <algorithm>
#include <tuple>

namespace kanon {
namespace {

class IdCollector {
 public:
  explicit IdCollector(const Corpus& corpus) : corpus_(corpus) {}

  std::vector<GivenId> collect() {
    add_each(ItemKind::document, corpus_.documents);
    add_each(ItemKind::member, corpus_.members);
    add_each(ItemKind::project, corpus_.projects);
    add_each(ItemKind::term, corpus_.terms);
    add_each(ItemKind::catalog, corpus_.catalogs);
    add_each(ItemKind::handbook, corpus_.handbooks);
    add_each(ItemKind::dispensation, corpus_.dispensations);
    add_parts();
    std::ranges::sort(ids_, [](const GivenId& a, const GivenId& b) {
      return std::tuple(a.file, a.id->range.begin, a.item) < std::tuple(b.file, b.id->range.begin, b.item);
    });
    return std::move(ids_);
  }

 private:
  void add(const LocatedText& id, FileIndex file, ItemRef item) {
    if (!id.value.empty()) ids_.push_back({&id, file, item});
  }

  template <class Items>
  void add_each(ItemKind kind, const Items& items) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (!leads(items[i])) continue;
      // A file without an id of its own goes by its name; that is no id that it gives.
      if (items[i].id.range != items[i].range) add(items[i].id, items[i].file, {kind, i, 0});
    }
  }

  /// Criteria and requirements: items within an item.
  void add_parts() {
    for (std::uint32_t i = 0; i < corpus_.objectives.size(); ++i) {
      const Objective& objective = corpus_.objectives[i];
      add(objective.id, objective.file, {ItemKind::objective, i, 0});
      for (std::uint32_t part = 0; part < objective.criteria.size(); ++part)
        add(objective.criteria[part].id, objective.file, {ItemKind::criterion, i, part});
    }
    for (std::uint32_t i = 0; i < corpus_.catalogs.size(); ++i) {
      const Catalog& catalog = corpus_.catalogs[i];
      if (!leads(catalog)) continue;
      for (std::uint32_t part = 0; part < catalog.requirements.size(); ++part)
        add(catalog.requirements[part].id, catalog.file, {ItemKind::requirement, i, part});
    }
  }

  const Corpus& corpus_;
  std::vector<GivenId> ids_;
};

}  // namespace

std::vector<GivenId> given_ids(const Corpus& corpus) { return IdCollector(corpus).collect(); }

}  // namespace kanon
