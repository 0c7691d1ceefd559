#pragma once

#include <string>
#include <vector>

#include "emit/artifact.h"

namespace kanon {

/// Where a site has the sums of its files.
inline constexpr const char* site_sums_path = "data/sha256sums.txt";

struct FileSum {
  std::string path;    ///< in the site's folder
  std::string sha256;  ///< in hexadecimal
};

/// The SHA-256 of every file of a site but this one, in the form that `sha256sum --check` reads in the site's folder:
/// one line a file, `<sha256>  <path>`, by path in byte order.
Artifact listed_sums(std::vector<FileSum> sums);
Artifact site_sums(const std::vector<Artifact>& artifacts);

}  // namespace kanon
