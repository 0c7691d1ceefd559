#pragma once

#include <string_view>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// An id as its item gives it.
struct GivenId {
  const LocatedText* id = nullptr;  ///< in the corpus
  FileIndex file = 0;
  ItemRef item;
};

/// Every id of the shared name space that the corpus gives, by path and place. Items that give none are left out; pages
/// have none.
std::vector<GivenId> given_ids(const Corpus& corpus);

}  // namespace kanon
