#include "base/nearest.h"

#include <algorithm>

namespace kanon {
namespace {

/// Restricted Damerau–Levenshtein distance over bytes, at most `bound`; above it, bound + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t bound) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > bound) return bound + 1;
  std::vector<std::size_t> before, previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = previous;
    previous = current;
    if (*std::ranges::min_element(previous) > bound) return bound + 1;
  }
  return previous.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 200;  // beyond that nobody mistyped an id
  if (word.empty() || word.size() > longest) return std::nullopt;
  std::size_t best = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string> found;
  for (const auto& candidate : candidates) {
    const std::size_t d = distance(word, candidate, best);
    if (d < best || (d == best && (!found || candidate < *found))) {
      best = d;
      found = candidate;
    }
  }
  return found;
}

}  // namespace kanon
