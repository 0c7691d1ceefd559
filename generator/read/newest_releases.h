#pragma once

#include <string>

#include "base/result.h"
#include "env/files.h"
#include "model/corpus.h"
#include "read/parsers.h"

namespace kanon {

/// Reads the newest frozen source of each document (content/archive/<id>/<version>/<id>.md) into the corpus. What is
/// wrong in a frozen file is no finding here: whether it is still what was released is the ledger's business.
Result<void> read_newest_releases(const Files& files, Parsers& parsers, const std::string& folder, Corpus& corpus);

}  // namespace kanon
