#include <algorithm>
#include <unordered_set>

#include "plan/view.h"

namespace kanon {
namespace {

/// A chain of parents may be long, or a circle that no check has stopped yet.
constexpr std::size_t most_steps_up = 64;

const ReleaseName* recorded(const Handbook& handbook, std::string_view id) {
  const auto& parts = handbook.edition.parts;
  const auto found = std::ranges::find(parts, id, &ReleaseName::id);
  return found == parts.end() ? nullptr : &*found;
}

bool has_type(const HandbookPart& part, const Document& document) {
  return part.types.empty() ||
         std::ranges::any_of(part.types, [&](const auto& type) { return *type == *document.type; });
}

}  // namespace

const Handbook* View::handbook_of(const HandbookPart& part) const {
  for (const Handbook& handbook : model_->source().handbooks) {
    if (std::ranges::any_of(handbook.parts, [&](const auto& p) { return &p == &part; })) return &handbook;
  }
  return nullptr;
}

/// The edition of an item that belongs in a handbook: the recorded one in its release, else the leading one.
std::optional<ItemRef> View::part_of(const Handbook* handbook, std::string_view id) const {
  if (handbook == nullptr || !handbook->edition.is_released()) return find(id);
  const ReleaseName* release = recorded(*handbook, id);
  return release == nullptr ? std::nullopt : edition(*release);
}

/// The recorded documents below `top` by the parents that they had then, in the order of the record.
std::vector<const Document*> View::recorded_below(const Handbook& handbook, const std::string& top) const {
  std::vector<const Document*> documents;
  for (const ReleaseName& release : handbook.edition.parts) {
    const auto item = edition(release);
    if (!item || item->kind != ItemKind::document) continue;
    const Document* above = &document(*item);
    for (std::size_t steps = 0; steps < most_steps_up && above != nullptr && above->parent; ++steps) {
      const std::string& parent = **above->parent;
      if (parent == top) {
        documents.push_back(&document(*item));
        break;
      }
      auto next = part_of(&handbook, parent);
      if (!next) next = find(parent);
      above = next && next->kind == ItemKind::document ? &document(*next) : nullptr;
    }
  }
  return documents;
}

/// The documents that a part asks for, named ones first, before its audience is looked at.
std::vector<const Document*> View::candidates_of(const Handbook& handbook, const HandbookPart& part) const {
  std::vector<const Document*> documents;
  for (const LocatedText& id : part.documents) {
    const auto found = part_of(&handbook, *id);
    if (found && found->kind == ItemKind::document) documents.push_back(&document(*found));
  }
  if (!part.under) return documents;
  const auto add = [&](const std::vector<const Document*>& below) {
    std::ranges::copy_if(below, std::back_inserter(documents), [&](const Document* d) { return has_type(part, *d); });
  };
  if (handbook.edition.is_released()) {
    add(recorded_below(handbook, **part.under));
  } else if (const auto top = model_->find(**part.under); top && top->kind == ItemKind::document) {
    add(below(top->index));
  }
  return documents;
}

std::vector<const Document*> View::documents_of(const HandbookPart& part) const {
  std::vector<const Document*> documents;
  const Handbook* handbook = handbook_of(part);
  if (handbook == nullptr) return documents;
  std::optional<std::size_t> made_for;
  if (handbook->audience) made_for = reach_of(**handbook->audience);
  std::unordered_set<const Document*> met;
  for (const Document* document : candidates_of(*handbook, part)) {
    if (made_for && model_->level_of(ref_of(*document)) > *made_for) continue;
    if (met.insert(document).second) documents.push_back(document);
  }
  return documents;
}

std::vector<const Catalog*> View::catalogs_of(const HandbookPart& part) const {
  std::vector<const Catalog*> catalogs;
  const Handbook* handbook = handbook_of(part);
  for (const LocatedText& id : part.catalogs) {
    const auto found = part_of(handbook, *id);
    if (!found || found->kind != ItemKind::catalog) continue;
    const Catalog* catalog = &model_->source().catalogs[found->index];
    if (std::ranges::find(catalogs, catalog) == catalogs.end()) catalogs.push_back(catalog);
  }
  return catalogs;
}

std::vector<ItemRef> View::outdated_parts(const Governed& item) const {
  std::vector<ItemRef> outdated;
  for (const ReleaseName& part : item.edition.parts) {
    const auto leading = find(part.id);
    if (!leading || !is_governed(leading->kind)) continue;
    const Governed& now = governed(*leading);
    if (now.edition.standing == Standing::in_force && part.version < *now.version) outdated.push_back(*leading);
  }
  return outdated;
}

}  // namespace kanon
