#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "model/items.h"

namespace kanon {

/// A catalog as XML can hold it, and what had to be changed for it.
struct WritableCatalog {
  Catalog catalog;
  std::vector<Message> lost;
};

/// Puts U+FFFD for every character that XML 1.0 has no way to write (section 2.2), for carriage returns, which readers
/// even out, and for bytes that are no UTF-8.
WritableCatalog writable(Catalog catalog);

}  // namespace kanon
