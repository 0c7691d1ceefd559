#pragma once

#include <memory>
#include <string_view>

#include "resolve/model.h"

namespace kanon {

/// Finds out where the destinations of links and images lead. Needs the model's ids, paths, addresses and anchors, and
/// holds for as long as they do.
class Destinations {
 public:
  explicit Destinations(const Model& model);
  ~Destinations();

  LinkTarget of_link(FileIndex from, std::string_view destination);
  LinkTarget of_image(FileIndex from, std::string_view destination);

 private:
  class Places;
  std::unique_ptr<Places> places_;
};

}  // namespace kanon
