#pragma once

#include <string_view>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// The phases and recommendations that the requirements of a catalog may name: its own, and those of the catalogs that
/// it extends, up to 64 of them and each once, also where they extend each other in a circle.
class CatalogLists {
 public:
  CatalogLists(const Model& model, const Catalog& catalog);

  bool has_phase(std::string_view id) const;
  bool has_recommendation(std::string_view id) const;

 private:
  std::vector<const Catalog*> catalogs_;
};

}  // namespace kanon
