#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "build/verify.h"
#include "env/files.h"

namespace kanon {

/// The files of a site against data/sha256sums.txt: what is missing, was changed, or doesn't belong to it. Only files
/// that stand below the site are read, whatever the sums name.
Result<Verification> verify_files_of_site(const Files& files, const std::string& site);

}  // namespace kanon
