#pragma once

#include <string_view>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// The phases and recommendations that the requirements of XX
class CatalogLists {
 public:
  CatalogLists(const Model& model, ItemRef catalog);

  bool has_phase(std::string_view id) const;
  bool has_recommendation(std::string_view id) const;

 private:
  std::vector<const Catalog*> catalogs_;
};

}  // namespace kanon
