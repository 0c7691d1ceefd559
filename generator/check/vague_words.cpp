#include "check/vague_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kanon {
namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : words_of(text)) words.push_back(std::move(word.lower));
  return words;
}

/// Between a vague time and what bounds it.
constexpr auto kBetween = std::to_array<std::string_view>({"og", "dog", "men", "som", "altid"});
constexpr auto kBounds = std::to_array<std::string_view>({"mindst", "minimum", "senest", "højst", "maksimalt"});

}  // namespace

VagueWords::VagueWords(const Config& config) {
#define VAGUE(phrase, before, after) add(phrase, Vagueness::wording, before, after);
#define VAGUE_TIME(phrase, before, after) add(phrase, Vagueness::time, before, after);
#include "check/vague_words.def"
  for (const std::string& phrase : config.vague_words) add(phrase, Vagueness::wording);
  for (const std::string& phrase : config.vague_time_words) add(phrase, Vagueness::time);
}

void VagueWords::add(std::string_view text, Vagueness vagueness, std::string_view unless_before,
                     std::string_view unless_after) {
  Phrase phrase{vagueness, words_in(text), words_in(unless_before), words_in(unless_after)};
  if (phrase.words.empty()) return;
  by_stem_[stems_.of(phrase.words.front())].push_back(phrases_.size());
  phrases_.push_back(std::move(phrase));
}

std::vector<std::size_t> VagueWords::candidates(const std::string& lower) {
  std::vector<std::size_t> found;
  const auto take = [&](const std::string& stem) {
    const auto known = by_stem_.find(stem);
    if (known != by_stem_.end()) found.insert(found.end(), known->second.begin(), known->second.end());
  };
  take(stems_.of(lower));
  // as DanishStems::is_form_of does
  if (lower.size() > 1 && lower.ends_with('t')) take(stems_.of(lower.substr(0, lower.size() - 1)));
  return found;
}

bool VagueWords::stands_at(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) {
  const std::size_t size = phrase.words.size();
  if (at + size > words.size()) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (!stems_.is_form_of(words[at + i].lower, phrase.words[i])) return false;
  const auto is_noun = [&](const std::string& lower) {
    return [&](const std::string& noun) { return stems_.is_noun(lower, noun); };
  };
  if (at + size < words.size() && std::ranges::any_of(phrase.unless_before, is_noun(words[at + size].lower)))
    return false;
  return at == 0 || std::ranges::find(phrase.unless_after, words[at - 1].lower) == phrase.unless_after.end();
}

const VagueWords::Phrase* VagueWords::longest_at(const std::vector<Word>& words, std::size_t at) {
  const Phrase* longest = nullptr;
  for (const std::size_t candidate : candidates(words[at].lower)) {
    const Phrase& phrase = phrases_[candidate];
    if ((longest == nullptr || phrase.words.size() > longest->words.size()) && stands_at(phrase, words, at))
      longest = &phrase;
  }
  return longest;
}

bool VagueWords::is_bounded(const std::vector<Word>& words, std::size_t after) {
  constexpr std::size_t farthest_unit = 6;
  while (after < words.size() && is_one_of(words[after].lower, kBetween)) ++after;
  if (after == words.size() || !is_one_of(words[after].lower, kBounds)) return false;
  static const std::array<std::string, 19> units{"sekund",    "minut",  "time",       "døgn",     "dag",
                                                 "hverdag",   "uge",    "måned",      "kvartal",  "halvår",
                                                 "år",        "daglig", "ugentlig",   "månedlig", "kvartalsvis",
                                                 "halvårlig", "årlig",  "arbejdsdag", "nat"};
  for (std::size_t i = after + 1; i < std::min(words.size(), after + 1 + farthest_unit); ++i)
    if (std::ranges::any_of(units, [&](const std::string& unit) { return stems_.is_noun(words[i].lower, unit); }))
      return true;
  return false;
}

std::vector<VagueFound> VagueWords::find(std::string_view text, const std::vector<Word>& words) {
  std::vector<VagueFound> found;
  for (std::size_t at = 0; at < words.size();) {
    const Phrase* phrase = longest_at(words, at);
    if (phrase == nullptr) {
      ++at;
      continue;
    }
    const std::size_t after = at + phrase->words.size();
    Range range{words[at].range.begin, words[after - 1].range.end};
    // the full stop of an abbreviation, unless it ends the sentence as well
    const bool is_abbreviation = text.substr(range.begin, range.end - range.begin).find('.') != std::string_view::npos;
    if (is_abbreviation && text.substr(range.end).starts_with('.')) ++range.end;
    if (phrase->vagueness == Vagueness::wording || !is_bounded(words, after))
      found.push_back({phrase->vagueness, range});
    at = after;
  }
  return found;
}

bool VagueWords::has_vague_time(std::string_view text, const std::vector<Word>& words) {
  return std::ranges::any_of(find(text, words), [](const VagueFound& one) { return one.vagueness == Vagueness::time; });
}

}  // namespace kanon
