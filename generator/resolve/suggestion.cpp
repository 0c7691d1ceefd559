#include "resolve/suggestion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest.h"

namespace kanon {
namespace {

constexpr std::size_t kLongestWord = 200;

using LetterCounts = std::array<int, 256>;

LetterCounts letters_of(std::string_view word) {
  LetterCounts counts{};
  for (const char c : word) ++counts[static_cast<unsigned char>(c)];
  return counts;
}

/// At least how many edits lie between a word and a candidate: cheap to find, and out of reach for nearly all of them.
std::size_t least_distance(LetterCounts letters, std::size_t size, std::string_view candidate) {
  std::size_t shared = 0;
  for (const char c : candidate)
    if (letters[static_cast<unsigned char>(c)]-- > 0) ++shared;
  return std::max(size, candidate.size()) - shared;
}

}  // namespace

Suggestions::Suggestions(std::vector<std::string> candidates) : candidates_(std::move(candidates)) {}

std::vector<std::string> Suggestions::near(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord || left_ == 0) return {};
  --left_;
  const std::size_t reach = std::max<std::size_t>(1, word.size() / 3);
  const LetterCounts letters = letters_of(word);
  std::vector<std::string> near;
  for (const auto& candidate : candidates_) {
    if (candidate.size() > word.size() + reach) continue;
    if (least_distance(letters, word.size(), candidate) <= reach) near.push_back(candidate);
  }
  return near;
}

std::string Suggestions::nearest_to(std::string_view word) { return nearest(word, near(word)).value_or(""); }

std::pair<std::string, std::string> Suggestions::two_nearest_to(std::string_view word) {
  std::vector<std::string> candidates = near(word);
  std::string first = nearest(word, candidates).value_or("");
  std::erase(candidates, first);
  return {std::move(first), nearest(word, candidates).value_or("")};
}

}  // namespace kanon
