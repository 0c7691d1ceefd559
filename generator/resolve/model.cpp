#include "resolve/model.h"

#include <algorithm>
#include <cassert>

namespace kanon {
namespace {

/// Items that are public where nothing else is said: they describe the pact itself, not a governing document.
bool public_unless_said(ItemKind kind) {
  return kind == ItemKind::member || kind == ItemKind::project || kind == ItemKind::term;
}

const std::string& or_id(const std::string& title, const LocatedText& id) { return title.empty() ? id.value : title; }

}  // namespace

std::optional<ItemRef> Model::find(std::string_view id) const {
  const auto found = ids.find(std::string(id));
  if (found == ids.end()) return std::nullopt;
  return found->second;
}

const Item& Model::item(ItemRef ref) const {
  const Corpus& c = source();
  switch (ref.kind) {
    case ItemKind::document:
      return c.documents[ref.index];
    case ItemKind::member:
      return c.members[ref.index];
    case ItemKind::project:
      return c.projects[ref.index];
    case ItemKind::page:
      return c.pages[ref.index];
    case ItemKind::term:
      return c.terms[ref.index];
    case ItemKind::catalog:
      return c.catalogs[ref.index];
    case ItemKind::handbook:
      return c.handbooks[ref.index];
    case ItemKind::dispensation:
      return c.dispensations[ref.index];
    case ItemKind::objective:
    case ItemKind::criterion:
    case ItemKind::requirement:
      break;
  }
  assert(!"objectives, criteria and requirements are parts, not items of their own");
  static const Item none;
  return none;
}

FileIndex Model::file_of(ItemRef ref) const {
  switch (ref.kind) {
    case ItemKind::objective:
    case ItemKind::criterion:
      return source().objectives[ref.index].file;
    case ItemKind::requirement:
      return source().catalogs[ref.index].file;
    default:
      return item(ref).file;
  }
}

std::string Model::title_of(ItemRef ref) const {
  const Corpus& c = source();
  const auto titled = [](const auto& item) { return or_id(item.title.value, item.id); };
  switch (ref.kind) {
    case ItemKind::document:
      return titled(c.documents[ref.index]);
    case ItemKind::project:
      return titled(c.projects[ref.index]);
    case ItemKind::page:
      return titled(c.pages[ref.index]);
    case ItemKind::catalog:
      return titled(c.catalogs[ref.index]);
    case ItemKind::handbook:
      return titled(c.handbooks[ref.index]);
    case ItemKind::member:
      return or_id(c.members[ref.index].name.value, c.members[ref.index].id);
    case ItemKind::term:
      return or_id(c.terms[ref.index].term, c.terms[ref.index].id);
    case ItemKind::objective:
      return or_id(c.objectives[ref.index].title, c.objectives[ref.index].id);
    case ItemKind::criterion: {
      const Criterion& criterion = c.objectives[ref.index].criteria[ref.part];
      return or_id(criterion.text, criterion.id);
    }
    case ItemKind::requirement:
      return c.catalogs[ref.index].requirements[ref.part].id.value;
    case ItemKind::dispensation:
      return c.dispensations[ref.index].id.value;
  }
  return {};
}

std::size_t Model::own_level_of(ItemRef ref) const {
  if (ref.kind == ItemKind::objective || ref.kind == ItemKind::criterion) return 0;
  if (ref.kind == ItemKind::requirement) return own_level_of({ItemKind::catalog, ref.index, 0});
  const Config& config = source().config;
  const auto& classification = item(ref).classification;
  if (!classification) return public_unless_said(ref.kind) ? 0 : config.most_restricted();
  return config.level_of(classification->value).value_or(config.most_restricted());
}

std::size_t Model::level_of(ItemRef ref) const {
  const std::size_t own = own_level_of(ref);
  if (!is_governed(ref.kind) || governed(ref).edition.leads) return own;
  const auto editions_of_id = editions.find(*governed(ref).id);
  if (editions_of_id == editions.end()) return own;
  // An item that is no more is as restricted as it was in the end.
  const auto leading =
      std::ranges::find_if(editions_of_id->second, [&](ItemRef edition) { return governed(edition).edition.leads; });
  const ItemRef present = leading == editions_of_id->second.end() ? editions_of_id->second.front() : *leading;
  return std::max(own, own_level_of(present));
}

const Governed& Model::governed(ItemRef ref) const {
  assert(is_governed(ref.kind));
  const Corpus& c = source();
  if (ref.kind == ItemKind::document) return c.documents[ref.index];
  if (ref.kind == ItemKind::catalog) return c.catalogs[ref.index];
  return c.handbooks[ref.index];
}

}  // namespace kanon
