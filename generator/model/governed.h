#pragma once

#include "model/corpus.h"

namespace kanon {

/// Calls with every document, catalog and handbook of the sources, each as its own type, in that order.
template <class Visit>
void for_each_governed(const Corpus& corpus, Visit visit) {
  for (const Document& document : corpus.documents) visit(document);
  for (const Catalog& catalog : corpus.catalogs) visit(catalog);
  for (const Handbook& handbook : corpus.handbooks) visit(handbook);
}

}  // namespace kanon
