#include "compare/alignment.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kanon {
namespace {

constexpr double least_likeness = 0.3;
constexpr double least_likeness_of_few_words = 0.5;
constexpr std::uint32_t few_words = 4;
constexpr double likeness_by_key = 0.5;
/// A text that was only added to, or only taken from, is the same text up to this many times as long.
constexpr std::uint32_t most_growth = 4;
/// Above this many comparisons the units that are alike are found by rare shingles.
constexpr std::size_t most_comparisons = 16384;
constexpr int deepest = 12;
/// A shingle that more units have says little of any of them.
constexpr std::size_t most_holders = 16;

bool is_grown(const Unit& small, const Unit& large) {
  return small.words > 0 && large.words <= most_growth * small.words && share_in(small.shingles, large.shingles) == 1;
}

double likeness(const Unit& a, const Unit& b) {
  if (a.kind != b.kind) return 0;
  if (a.hash == b.hash) return 1;
  const double shared = kanon::likeness(a.shingles, b.shingles);
  if (a.key != 0 && a.key == b.key) return likeness_by_key + (1 - likeness_by_key) * shared;
  const bool is_short = std::min(a.words, b.words) <= few_words;
  if (shared >= (is_short ? least_likeness_of_few_words : least_likeness)) return shared;
  return is_grown(a, b) || is_grown(b, a) ? std::max(shared, least_likeness) : 0;
}

std::size_t common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

/// A stretch of the old and of the new sequence that is still to be aligned.
struct Gap {
  std::uint32_t before = 0;
  std::uint32_t before_end = 0;
  std::uint32_t after = 0;
  std::uint32_t after_end = 0;
};

class Aligner {
 public:
  Aligner(std::span<const Unit> before, std::span<const Unit> after)
      : before_(before), after_(after), match_(before.size()) {}

  std::vector<AlignedPair> run() {
    fill({0, static_cast<std::uint32_t>(before_.size()), 0, static_cast<std::uint32_t>(after_.size())}, 0);
    std::vector<AlignedPair> pairs;
    pairs.reserve(std::max(before_.size(), after_.size()));
    std::uint32_t after = 0;
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      if (match_[i]) {
        while (after < *match_[i]) pairs.push_back({std::nullopt, after++});
        pairs.push_back({i, after++});
      } else {
        pairs.push_back({i, std::nullopt});
      }
    }
    while (after < after_.size()) pairs.push_back({std::nullopt, after++});
    return pairs;
  }

 private:
  bool same(std::uint32_t i, std::uint32_t j) const {
    return before_[i].hash == after_[j].hash && before_[i].kind == after_[j].kind;
  }

  void fill(Gap gap, int depth) {
    while (gap.before < gap.before_end && gap.after < gap.after_end && same(gap.before, gap.after))
      match_[gap.before++] = gap.after++;
    while (gap.before < gap.before_end && gap.after < gap.after_end && same(gap.before_end - 1, gap.after_end - 1))
      match_[--gap.before_end] = --gap.after_end;
    if (gap.before == gap.before_end || gap.after == gap.after_end) return;
    if (depth < deepest) {
      const auto anchors = anchors_in(gap);
      if (!anchors.empty()) return fill_between(gap, anchors, depth);
    }
    const std::size_t comparisons = std::size_t{gap.before_end - gap.before} * (gap.after_end - gap.after);
    if (comparisons <= most_comparisons) return fill_by_likeness(gap);
    if (depth >= deepest) return;
    auto anchors = most_alike(before_.subspan(gap.before, gap.before_end - gap.before),
                              after_.subspan(gap.after, gap.after_end - gap.after), least_likeness);
    std::ranges::sort(anchors, {}, &Anchor::before);
    anchors = longest_increasing(anchors);
    if (anchors.empty()) return;
    for (Anchor& anchor : anchors) anchor = {anchor.before + gap.before, anchor.after + gap.after};
    fill_between(gap, anchors, depth);
  }

  std::vector<Anchor> anchors_in(const Gap& gap) const {
    std::vector<std::uint64_t> before;
    std::vector<std::uint64_t> after;
    for (std::uint32_t i = gap.before; i < gap.before_end; ++i) before.push_back(before_[i].hash);
    for (std::uint32_t i = gap.after; i < gap.after_end; ++i) after.push_back(after_[i].hash);
    auto anchors = unique_anchors(before, after);
    for (Anchor& anchor : anchors) anchor = {anchor.before + gap.before, anchor.after + gap.after};
    return anchors;
  }

  void fill_between(Gap gap, const std::vector<Anchor>& anchors, int depth) {
    const Gap whole = gap;
    for (const Anchor& anchor : anchors) {
      match_[anchor.before] = anchor.after;
      fill({gap.before, anchor.before, gap.after, anchor.after}, depth + 1);
      gap.before = anchor.before + 1;
      gap.after = anchor.after + 1;
    }
    fill({gap.before, whole.before_end, gap.after, whole.after_end}, depth + 1);
  }

  /// The pairs whose likenesses sum up to the most.
  void fill_by_likeness(const Gap& gap) {
    const std::size_t rows = gap.before_end - gap.before;
    const std::size_t columns = gap.after_end - gap.after;
    std::vector<float> alike(rows * columns);
    std::vector<float> best((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> float& { return best[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const auto value = static_cast<float>(likeness(before_[gap.before + i], after_[gap.after + j]));
        alike[i * columns + j] = value;
        at(i, j) = std::max({at(i + 1, j), at(i, j + 1), value > 0 ? at(i + 1, j + 1) + value : 0});
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const float value = alike[i * columns + j];
      if (value > 0 && at(i, j) == at(i + 1, j + 1) + value) {
        match_[gap.before + i] = static_cast<std::uint32_t>(gap.after + j);
        ++i;
        ++j;
      } else if (at(i, j) == at(i + 1, j)) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  std::span<const Unit> before_;
  std::span<const Unit> after_;
  std::vector<std::optional<std::uint32_t>> match_;
};

}  // namespace

std::vector<AlignedPair> align(std::span<const Unit> before, std::span<const Unit> after) {
  return Aligner(before, after).run();
}

double likeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() || b.empty()) return 0;
  return 2.0 * static_cast<double>(common(a, b)) / static_cast<double>(a.size() + b.size());
}

double share_in(std::span<const std::uint32_t> part, std::span<const std::uint32_t> whole) {
  return part.empty() ? 0 : static_cast<double>(common(part, whole)) / static_cast<double>(part.size());
}

std::vector<Anchor> longest_increasing(const std::vector<Anchor>& anchors) {
  std::vector<std::size_t> ends;  // of runs of each length, the one that ends lowest
  std::vector<std::optional<std::size_t>> previous(anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto place =
        std::ranges::lower_bound(ends, anchors[i].after, {}, [&](std::size_t end) { return anchors[end].after; });
    if (place != ends.begin()) previous[i] = *(place - 1);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<Anchor> longest;
  for (auto at = ends.empty() ? std::nullopt : std::optional(ends.back()); at; at = previous[*at])
    longest.push_back(anchors[*at]);
  std::ranges::reverse(longest);
  return longest;
}

std::vector<Anchor> unique_anchors(std::span<const std::uint64_t> before, std::span<const std::uint64_t> after) {
  struct Count {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    std::uint32_t place = 0;  // in `after`
  };
  std::unordered_map<std::uint64_t, Count> counts;
  counts.reserve(before.size());
  for (const std::uint64_t value : before) ++counts[value].before;
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    const auto found = counts.find(after[i]);
    if (found == counts.end()) continue;
    ++found->second.after;
    found->second.place = i;
  }
  std::vector<Anchor> anchors;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    const Count& count = counts.at(before[i]);
    if (count.before == 1 && count.after == 1) anchors.push_back({i, count.place});
  }
  return longest_increasing(anchors);
}

std::vector<Anchor> most_alike(std::span<const Unit> before, std::span<const Unit> after, double least) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    for (const std::uint32_t shingle : before[i].shingles) {
      auto& of_shingle = holders[shingle];
      if (of_shingle.size() <= most_holders) of_shingle.push_back(i);
    }
  }
  std::vector<bool> taken(before.size());
  std::vector<Anchor> anchors;
  std::unordered_map<std::uint32_t, std::uint32_t> votes;
  for (std::uint32_t j = 0; j < after.size(); ++j) {
    votes.clear();
    for (const std::uint32_t shingle : after[j].shingles) {
      const auto found = holders.find(shingle);
      if (found == holders.end() || found->second.size() > most_holders) continue;
      for (const std::uint32_t holder : found->second) ++votes[holder];
    }
    std::optional<std::uint32_t> best;
    std::uint32_t most = 0;
    for (const auto& [holder, count] : votes) {
      if (taken[holder] || before[holder].kind != after[j].kind) continue;
      const bool is_better = count > most || (count == most && best && holder < *best);
      if (!is_better) continue;
      best = holder;
      most = count;
    }
    const bool is_alike =
        best && (before[*best].hash == after[j].hash || likeness(before[*best].shingles, after[j].shingles) >= least);
    if (!is_alike) continue;
    taken[*best] = true;
    anchors.push_back({*best, j});
  }
  return anchors;
}

}  // namespace kanon
