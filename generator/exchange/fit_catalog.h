#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "model/items.h"

namespace kanon {

/// Where an imported catalog is to stand.
struct NewPlace {
  std::string id;                    ///< that it gets in the project
  Date today;                        ///< of its history, where it has none
  std::string from;                  ///< the name of the file that it was read from
  Language language = Language::da;  ///< of the project: of the words that are put in
};

/// Makes a catalog one that a source of a project can hold: with the place's id, a title, a version and a history; ids
/// that are ids, each once, and the references to them; texts without characters that can't be shown and of at most
/// 100,000; frequencies and old addresses that are such. Says what was changed.
std::vector<Message> fit(Catalog& catalog, const NewPlace& place);

}  // namespace kanon
