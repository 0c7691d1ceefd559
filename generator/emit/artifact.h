#pragma once

#include <string>

namespace kanon {

/// A file of the site, not yet written.
struct Artifact {
  std::string path;  ///< relative to the site's folder
  std::string bytes;
  std::string origin;  ///< the source it was made from, for messages
};

}  // namespace kanon
