#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/items.h"

namespace kanon {

/// A part of a handbook with what this audience sees of it and no part before it has.
struct SeenPart {
  std::string title;
  std::vector<const Document*> documents;
  std::vector<const Catalog*> catalogs;
};

/// An appendix as a handbook names it: an embed, or the index of requirements.
struct WantedAppendix {
  std::string name;
  std::map<std::string, std::string> options;

  explicit WantedAppendix(std::string_view written) {
    for (const std::string_view word : split(trim(written), ' ')) {
      const std::size_t equals = word.find('=');
      if (name.empty()) {
        name = word;
      } else if (equals != std::string_view::npos) {
        options.emplace(word.substr(0, equals), word.substr(equals + 1));
      }
    }
  }
};

}  // namespace kanon
