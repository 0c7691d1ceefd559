#pragma once

#include <vector>

#include "compare/alignment.h"
#include "compare/prose.h"

namespace kanon {

/// Blocks that are one step of a redline: a block of each side, of one side, or a paragraph that was split or several
/// that were merged.
struct BlockGroup {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
};

/// Children of two containers, aligned, with paragraphs that were split or merged put together.
std::vector<BlockGroup> grouped(const Prose& before, const std::vector<std::uint32_t>& old_children, const Prose& after,
                                const std::vector<std::uint32_t>& new_children, const std::vector<AlignedPair>& pairs);

}  // namespace kanon
