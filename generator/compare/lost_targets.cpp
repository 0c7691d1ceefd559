#include <algorithm>
#include <map>
#include <set>

#include "compare/consequences_parts.h"

namespace kanon {
namespace {

std::string id_of(const Model& model, ItemRef item) {
  const Corpus& corpus = model.source();
  if (item.kind == ItemKind::page) return corpus.pages[item.index].address;
  if (item.kind == ItemKind::requirement) return *corpus.catalogs[item.index].requirements[item.part].id;
  if (item.kind == ItemKind::objective) return *corpus.objectives[item.index].id;
  if (item.kind == ItemKind::criterion) return *corpus.objectives[item.index].criteria[item.part].id;
  return *model.item(item).id;
}

/// What files link to, and which do.
using Targets = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

Targets targets_of(const Model& model) {
  Targets targets;
  for (FileIndex file = 0; file < model.source().archive_begins; ++file) {
    for (const Link& link : model.links[file]) {
      const auto* to = std::get_if<ToItem>(&link.target);
      if (to != nullptr && to->item.kind != ItemKind::page) {
        targets[{id_of(model, to->item), to->anchor}].insert(model.source().files[file].path);
      }
    }
  }
  return targets;
}

bool still_there(const Model& model, const std::string& id, const std::string& anchor) {
  const auto item = model.find(id);
  if (!item) return false;
  if (anchor.empty() || item->kind == ItemKind::requirement || item->kind == ItemKind::criterion) return true;
  const FileIndex file = model.file_of(*item);
  return std::ranges::find(model.anchors[file], anchor) != model.anchors[file].end();
}

}  // namespace

std::vector<LostTarget> lost_targets(const Model& before, const Model& after) {
  std::vector<LostTarget> lost;
  for (const auto& [target, users] : targets_of(before)) {
    const auto& [id, anchor] = target;
    if (!still_there(after, id, anchor)) lost.push_back({id, anchor, {users.begin(), users.end()}});
  }
  return lost;
}

}  // namespace kanon
