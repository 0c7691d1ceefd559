#include "fix/likely_word.h"

#include <algorithm>

#include "base/slug.h"

namespace kanon {
namespace {

constexpr std::size_t kShortest = 4;   // below that a letter makes another word
constexpr std::size_t kLongest = 200;  // no id is longer

std::string digits_of(std::string_view word) {
  std::string digits;
  for (const char c : word) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
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

LikelyWords::LikelyWords(const std::vector<std::string>& candidates) : suggestions_(candidates) {
  for (const auto& candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    const auto [known, is_new] = spoken_.emplace(anchor_of(candidate), candidate);
    if (!is_new && known->second != candidate) known->second.clear();
  }
}

LikelyWord LikelyWords::meant_by(std::string_view word) {
  if (word.empty() || word.size() > kLongest) return {};
  const std::string spoken = anchor_of(word);
  // signs alone are spoken as nothing, for which an anchor has a word
  const bool says_something = spoken != anchor_of({}) || word.find_first_of("aA") != std::string_view::npos;
  const auto same = says_something ? spoken_.find(spoken) : spoken_.end();
  if (same != spoken_.end() && !same->second.empty()) return {same->second, Certainty::sure};
  const auto [near, next] = suggestions_.two_nearest_to(word);
  if (near.empty() || digits_of(near) != digits_of(word)) return {};
  const bool is_slip = word.size() >= kShortest && is_one_slip_away(word, near) && next.empty();
  return {near, is_slip ? Certainty::sure : Certainty::likely};
}

LikelyWord likely_word(std::string_view word, const std::vector<std::string>& candidates) {
  return LikelyWords(candidates).meant_by(word);
}

}  // namespace kanon
