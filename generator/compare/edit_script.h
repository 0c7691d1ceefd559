#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace kanon {

/// A stretch of two sequences: the same values (both of one length), or what takes the place of what.
struct Edit {
  bool same = false;
  std::uint32_t before = 0;
  std::uint32_t before_end = 0;
  std::uint32_t after = 0;
  std::uint32_t after_end = 0;
};

/// The way from one sequence to the other with few changes (Myers' O(ND) difference; where they differ too much for
/// that, by what is unique in both). Stretches follow each other without gaps; two neighbours are never of one kind.
std::vector<Edit> edit_script(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

/// The script as people read it best: one or two short words between two stretches that were replaced and are larger
/// count as replaced.
/// `size_before` and `size_after` give the size of a stretch in characters.
using SizeOf = std::function<std::size_t(std::uint32_t begin, std::uint32_t end)>;
void merge_small_islands(std::vector<Edit>& script, const SizeOf& size_before, const SizeOf& size_after);

}  // namespace kanon
