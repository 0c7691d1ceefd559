#pragma once

#include <vector>

#include "model/corpus.h"

namespace kanon {

/// The stretches of a member's source that no report may quote (contract, section 4): its contact, how it was assessed
/// and evaluated. Each from its key to the next key, in order; the whole text where its keys can't be read.
std::vector<Range> private_stretches(const ParsedFile& member);

}  // namespace kanon
