#include "fix/likely_word.h"

#include <algorithm>
#include <iterator>

#include "base/slug.h"
#include "base/text.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

constexpr std::size_t kShortest = 4;   // below that a letter makes another word
constexpr std::size_t kLongest = 200;  // no id is longer
constexpr std::size_t kMost = 20'000;  // candidates that are compared

std::string digits_of(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

/// The only one of the candidates that fits; empty where several do, or none.
template <class Fits>
std::string the_only(const std::vector<std::string>& candidates, Fits fits) {
  std::string found;
  for (const auto& candidate : candidates) {
    if (!fits(candidate) || candidate == found) continue;
    if (!found.empty()) return {};
    found = candidate;
  }
  return found;
}

/// Whether two words differ by one letter inserted, left out, replaced, or swapped with its neighbour.
bool is_one_slip_away(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [at, bt] = std::ranges::mismatch(a, b);
  const std::string_view rest_a(at, a.end());
  const std::string_view rest_b(bt, b.end());
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return true;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace

LikelyWord likely_word(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > kLongest || candidates.size() > kMost) return {};
  const std::string spoken = anchor_of(word);
  const auto same = the_only(candidates, [&](const std::string& candidate) {
    return lower_ascii(candidate) == lower_ascii(word) ||
           (candidate.size() <= kLongest && anchor_of(candidate) == spoken);
  });
  if (!same.empty()) return {same, Certainty::sure};
  const std::string near = Suggestions(candidates).nearest_to(word);
  if (near.empty() || digits_of(near) != digits_of(word)) return {};
  const auto slip =
      the_only(candidates, [&](const std::string& candidate) { return is_one_slip_away(word, candidate); });
  if (slip != near || word.size() < kShortest) return {near, Certainty::likely};
  std::vector<std::string> others;
  std::ranges::copy_if(candidates, std::back_inserter(others), [&](const auto& other) { return other != near; });
  const bool alone = Suggestions(std::move(others)).nearest_to(word).empty();
  return {near, alone ? Certainty::sure : Certainty::likely};
}

}  // namespace kanon
