#include "fix/names.h"

#include <algorithm>

#include "check/embeds.h"
#include "check/rule.h"
#include "model/annex_a.h"

namespace kanon {
namespace {

std::vector<KnownName> items_of(const Model& model, ItemKind kind) {
  std::vector<KnownName> names;
  for (const auto& [id, item] : model.ids) {
    if (item.kind == kind) names.push_back({id, model.title_of(item)});
  }
  return names;
}

const Catalog* catalog_in(const Corpus& corpus, FileIndex file) {
  const auto found = std::ranges::find(corpus.catalogs, file, [](const Catalog& catalog) { return catalog.file; });
  return found == corpus.catalogs.end() ? nullptr : &*found;
}

/// Phases or recommendations of the catalog, and of those it extends.
template <class Add>
void for_each_inherited(const Corpus& corpus, const Model& model, FileIndex file, Add add) {
  const Catalog* catalog = catalog_in(corpus, file);
  for (std::size_t steps = 0; catalog != nullptr && steps <= corpus.catalogs.size(); ++steps) {
    add(*catalog);
    const auto base = catalog->extends ? model.find(catalog->extends->value) : std::nullopt;
    catalog = base && base->kind == ItemKind::catalog ? &corpus.catalogs[base->index] : nullptr;
  }
}

std::vector<KnownName> configured_names(const Corpus& corpus, ValueKind kind) {
  const Config& config = corpus.config;
  std::vector<KnownName> names;
  if (kind == ValueKind::document_type) {
    for (const auto& type : config.document_types) names.push_back({*type.id, type.label});
  } else if (kind == ValueKind::classification) {
    for (const auto& level : config.classifications) names.push_back({level, {}});
  } else if (kind == ValueKind::audience) {
    for (const auto& audience : config.audiences) names.push_back({audience.id, audience.up_to});
  } else if (kind == ValueKind::body) {
    for (const auto& body : config.bodies) names.push_back({body.id, body.name});
  } else if (kind == ValueKind::control) {
    for (const auto& control : annex_a_controls()) names.push_back({control.id, control.title.in(config.language)});
  } else if (kind == ValueKind::rule) {
    for (const RuleId id : all_rules())
      names.push_back({std::string(name_of(id)), rule(id).summary.in(config.language)});
  } else if (kind == ValueKind::embed) {
    for (const auto& embed : embed_kinds()) names.push_back({embed.name, {}});
  }
  return names;
}

}  // namespace

std::optional<ItemKind> item_kind_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::document:
      return ItemKind::document;
    case ValueKind::requirement:
      return ItemKind::requirement;
    case ValueKind::catalog:
      return ItemKind::catalog;
    case ValueKind::member:
      return ItemKind::member;
    case ValueKind::criterion:
      return ItemKind::criterion;
    case ValueKind::project:
      return ItemKind::project;
    default:
      return std::nullopt;
  }
}

std::vector<KnownName> known_names(const Corpus& corpus, const Model& model, FileIndex file, ValueKind kind) {
  std::vector<KnownName> names;
  if (const auto item = item_kind_of(kind)) {
    names = items_of(model, *item);
  } else if (kind == ValueKind::phase) {
    for_each_inherited(corpus, model, file, [&](const Catalog& catalog) {
      for (const auto& phase : catalog.phases) names.push_back({*phase.id, phase.title});
    });
  } else if (kind == ValueKind::recommendation) {
    for_each_inherited(corpus, model, file, [&](const Catalog& catalog) {
      for (const auto& recommendation : catalog.recommendations)
        names.push_back({*recommendation.id, recommendation.text});
    });
  } else {
    return configured_names(corpus, kind);  // in the order of the configuration
  }
  std::ranges::sort(names, {}, &KnownName::name);
  return names;
}

}  // namespace kanon
