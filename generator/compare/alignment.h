#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kanon {

/// What two things of a sequence are compared by: blocks, rows, records.
struct Unit {
  std::uint64_t hash = 0;                     ///< equal: the same
  std::uint32_t kind = 0;                     ///< things of different kinds are never the same thing
  std::uint32_t words = 0;                    ///<
  std::span<const std::uint32_t> shingles{};  ///< sorted: how alike two are
  std::uint64_t key = 0;  ///< equal and not 0: the same thing, however little is alike (a row's first cell)
};

/// A place in the old sequence, in the new one, or in both.
struct AlignedPair {
  std::optional<std::uint32_t> before;
  std::optional<std::uint32_t> after;
  friend bool operator==(const AlignedPair&, const AlignedPair&) = default;
};

/// Two sequences as one, in the order of both: what is the same or alike stands in pairs; between pairs what was taken
/// away comes before what was put in. Takes time in proportion to the lengths: what is unique in both pairs first
/// (patience), then what is alike between those.
std::vector<AlignedPair> align(std::span<const Unit> before, std::span<const Unit> after);

/// How much two share, from 0 to 1: twice the common shingles by all of them (Dice).
double likeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);
/// How much of `part` is in `whole`, from 0 to 1.
double share_in(std::span<const std::uint32_t> part, std::span<const std::uint32_t> whole);

/// Positions of equal values that are unique in both sequences, increasing in both: as many as there can be.
struct Anchor {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
};
std::vector<Anchor> unique_anchors(std::span<const std::uint64_t> before, std::span<const std::uint64_t> after);
/// The longest run of anchors that increases in both; `anchors` stand by `before`.
std::vector<Anchor> longest_increasing(const std::vector<Anchor>& anchors);

/// For each new unit the old one that is most alike, at least `least`, each used once: found by the shingles that few
/// units share, so that it takes no product of the lengths. By `after`.
std::vector<Anchor> most_alike(std::span<const Unit> before, std::span<const Unit> after, double least);

}  // namespace kanon
