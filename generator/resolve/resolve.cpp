#include "resolve/resolve.h"

#include "resolve/addresses.h"
#include "resolve/claims.h"
#include "resolve/hierarchy.h"
#include "resolve/ids.h"
#include "resolve/links.h"
#include "resolve/path.h"

namespace kanon {
namespace {

void tie_ids(Model& model) {
  for (const auto& given : given_ids(model.source())) model.ids.emplace(given.id->value, given.item);
}

template <class Items>
void tie_files(Model& model, ItemKind kind, const Items& items) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const std::string& path = model.source().files[items[i].file].path;
    model.by_path.emplace(path, ItemRef{kind, i, 0});
    if (kind != ItemKind::page) model.ids.emplace(stem_of(path), ItemRef{kind, i, 0});
  }
}

void tie_files(Model& model) {
  const Corpus& corpus = model.source();
  tie_files(model, ItemKind::document, corpus.documents);
  tie_files(model, ItemKind::member, corpus.members);
  tie_files(model, ItemKind::project, corpus.projects);
  tie_files(model, ItemKind::page, corpus.pages);
  tie_files(model, ItemKind::catalog, corpus.catalogs);
  tie_files(model, ItemKind::handbook, corpus.handbooks);
}

void tie_addresses(Model& model) {
  for (const auto& claim : claimed_addresses(model)) {
    model.by_address.emplace(claim.address, claim.item);
    if (const std::string pdf = pdf_address_of(model, claim.item); !pdf.empty())
      model.by_address.emplace(pdf, claim.item);
  }
}

}  // namespace

Model resolve(const Corpus& corpus) {
  Model model;
  model.corpus = &corpus;
  tie_ids(model);
  tie_files(model);
  tie_addresses(model);
  tie_hierarchy(model);
  tie_links(model);
  return model;
}

}  // namespace kanon
