#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "emit/artifact.h"

namespace kanon {

struct Published {
  std::size_t files = 0;
  std::size_t changed = 0;
};

/// Writes the site beside its folder and swaps it in whole: after any failure the old site stands as it was. A file
/// whose bytes did not change keeps its modification time. Refuses a folder that holds anything but a site of this
/// program's making; names that begin with `.git` stay.
Result<Published> publish(const std::string& folder, const std::vector<Artifact>& artifacts);

}  // namespace kanon
