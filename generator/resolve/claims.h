#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// An address that an item wants for a page of its own, or for an alias that leads to it.
struct Claim {
  std::string address;
  ItemRef item;
  FileIndex file = 0;
  Range range;  ///< where the file says it
};

/// What the items claim, by path and place; each item's own page before its aliases. An item whose id another has taken
/// claims nothing.
std::vector<Claim> claimed_addresses(const Model& model);

/// The addresses of the pages and files that the program makes by itself: lists, the glossary, the feed …
std::vector<std::string> generated_addresses(const Config& config);

}  // namespace kanon
