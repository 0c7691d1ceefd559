#include "emit/html/terms.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace kanon {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// How many bytes the letter or digit at a place has; 0 for anything else. Beyond ASCII everything is a letter but
/// signs of Latin 1 (U+0080–U+00BF) and punctuation and symbols (U+2000–U+2FFF).
std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const unsigned char byte = byte_at(text, at);
  if (byte < 0x80) {
    const bool alphanumeric =
        (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    return alphanumeric ? 1 : 0;
  }
  if (byte <= 0xC2 || byte == 0xE2) return 0;
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (const std::size_t bytes = letter_at(text, at)) at += bytes;
  return std::min(at, text.size());
}

constexpr std::array<std::string_view, 3> kHyphens{"-", "\xE2\x80\x90", "\xE2\x80\x91"};

bool ends_with_hyphen(std::string_view text) {
  return std::ranges::any_of(kHyphens, [&](std::string_view hyphen) { return text.ends_with(hyphen); });
}

bool begins_with_hyphen(std::string_view text) {
  return std::ranges::any_of(kHyphens, [&](std::string_view hyphen) { return text.starts_with(hyphen); });
}

/// Letters of ASCII and Latin 1 in lower case.
std::string lower(std::string_view text) {
  std::string lowered(text);
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    const unsigned char byte = byte_at(lowered, i);
    const bool after_c3 = i > 0 && byte_at(lowered, i - 1) == 0xC3;
    const bool is_upper = (byte >= 'A' && byte <= 'Z') || (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
    if (is_upper) lowered[i] = static_cast<char>(byte + 0x20);
  }
  return lowered;
}

std::size_t bucket_key(std::string_view lowered) {
  constexpr std::size_t bytes = 256;
  return byte_at(lowered, 0) * bytes + byte_at(lowered, 1);
}

using Endings = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> kAfterE{"s", "n", "ns", "r", "rs", "rne", "rnes", "t"};
constexpr std::array<std::string_view, 20> kAfterVowel{"s",   "n",    "ns",    "t",   "ts",   "r",   "rs",
                                                       "rne", "rnes", "en",    "ens", "et",   "ets", "er",
                                                       "ers", "erne", "ernes", "ene", "enes", "e"};
constexpr std::array<std::string_view, 11> kAfterConsonant{"s",   "en",   "ens",   "et",  "ets", "er",
                                                           "ers", "erne", "ernes", "ene", "enes"};
constexpr std::array<std::string_view, 6> kAfterEr{"e", "es", "ne", "nes", "en", "ens"};
constexpr std::array<std::string_view, 8> kContracted{"er", "ers", "en", "ens", "erne", "ernes", "et", "ets"};
constexpr std::array<std::string_view, 2> kEnglish{"s", "es"};

bool is_one_of(Endings endings, std::string_view ending) { return std::ranges::find(endings, ending) != endings.end(); }

bool ends_in_vowel(std::string_view base) {
  if (std::string_view("aeiouy").find(base.back()) != std::string_view::npos) return true;
  return base.ends_with("æ") || base.ends_with("ø") || base.ends_with("å");
}

/// «trussel» → «truslen», «trusler»: the e goes, and of a double consonant before it one stays.
bool is_contracted(std::string_view base, std::string_view word) {
  constexpr std::size_t shortest = 5;
  if (base.size() < shortest || !(base.ends_with("el") || base.ends_with("er") || base.ends_with("en"))) return false;
  std::string stem(base.substr(0, base.size() - 2));
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) stem.pop_back();
  stem += base.back();
  return word.starts_with(stem) && is_one_of(kContracted, word.substr(stem.size()));
}

bool is_danish_noun(std::string_view base, std::string_view word) {
  if (!word.starts_with(base)) return is_contracted(base, word);
  std::string_view ending = word.substr(base.size());
  if (ending.empty()) return true;
  if (base.ends_with('e')) return is_one_of(kAfterE, ending);
  if (ends_in_vowel(base)) return is_one_of(kAfterVowel, ending);
  if (base.ends_with("er") && is_one_of(kAfterEr, ending)) return true;
  // «medlem» → «medlemmet»
  if (ending.size() > 1 && ending.front() == base.back() && ending[1] == 'e') ending.remove_prefix(1);
  return is_one_of(kAfterConsonant, ending) || is_contracted(base, word);
}

bool is_english_noun(std::string_view base, std::string_view word) {
  if (base.ends_with('y') && word.size() == base.size() + 2 && word.starts_with(base.substr(0, base.size() - 1)))
    return word.ends_with("ies");
  return word.starts_with(base) && (word.size() == base.size() || is_one_of(kEnglish, word.substr(base.size())));
}

bool is_in_capitals(std::string_view word) {
  const auto is_between = [](char from, char to) { return [=](char c) { return c >= from && c <= to; }; };
  return word.size() > 1 && std::ranges::none_of(word, is_between('a', 'z')) &&
         std::ranges::count_if(word, is_between('A', 'Z')) > 1;
}

}  // namespace

TermFinder::TermFinder(const std::vector<const Term*>& terms, Language language) : terms_(terms), language_(language) {
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    const std::string_view text = terms_[number]->term;
    Wanted wanted{number, {}};
    for (std::size_t at = 0, behind = 0; at < text.size();) {
      const std::size_t end = word_end(text, at);
      if (end == at) {
        ++at;
        continue;
      }
      const std::string_view word = text.substr(at, end - at);
      const bool capitals = is_in_capitals(word);
      wanted.words.push_back(
          {capitals ? std::string(word) : lower(word), std::string(text.substr(behind, at - behind)), capitals});
      at = behind = end;
    }
    if (!wanted.words.empty() && wanted.words.front().text.size() > 1) wanted_.push_back(std::move(wanted));
  }
  std::ranges::stable_sort(wanted_, std::ranges::greater{},
                           [&](const Wanted& wanted) { return terms_[wanted.term]->term.size(); });
  constexpr std::size_t keys = std::size_t{256} * 256;
  bucket_of_.resize(keys);
  buckets_.emplace_back();
  for (std::uint32_t place = 0; place < wanted_.size(); ++place) {
    std::uint16_t& bucket = bucket_of_[bucket_key(lower(wanted_[place].words.front().text))];
    if (bucket == 0) {
      bucket = static_cast<std::uint16_t>(buckets_.size());
      buckets_.emplace_back();
    }
    buckets_[bucket].push_back(place);
  }
}

std::optional<TermFinder::Match> TermFinder::find(std::string_view text, std::size_t from) const {
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = word_end(text, at);
    if (end == at) {
      ++at;
      continue;
    }
    if (end > at + 1) {
      const std::uint16_t bucket = bucket_of_[bucket_key(lower(text.substr(at, 2)))];
      if (bucket != 0 && !ends_with_hyphen(text.substr(0, at))) {
        for (const std::uint32_t place : buckets_[bucket]) {
          if (const auto found = end_of(wanted_[place], text, at)) return Match{at, *found, wanted_[place].term};
        }
      }
    }
    at = end;
  }
  return std::nullopt;
}

std::optional<std::size_t> TermFinder::end_of(const Wanted& wanted, std::string_view text, std::size_t from) const {
  std::size_t at = from;
  for (const WantedWord& word : wanted.words) {
    if (&word != &wanted.words.front()) {
      const std::string_view rest = text.substr(at);
      const bool apart =
          word.separator == " " ? rest.starts_with(' ') || rest.starts_with('\n') : rest.starts_with(word.separator);
      if (!apart) return std::nullopt;
      at += word.separator.size();
    }
    const std::size_t end = word_end(text, at);
    const std::string_view written = text.substr(at, end - at);
    const bool fits = &word == &wanted.words.back() ? is_noun(word, written) : is_adjective(word, written);
    if (end == at || !fits) return std::nullopt;
    at = end;
  }
  return begins_with_hyphen(text.substr(at)) ? std::nullopt : std::optional(at);
}

bool TermFinder::is_noun(const WantedWord& wanted, std::string_view word) const {
  if (wanted.in_capitals) return word == wanted.text;
  const std::string lowered = lower(word);
  return language_ == Language::da ? is_danish_noun(wanted.text, lowered) : is_english_noun(wanted.text, lowered);
}

bool TermFinder::is_adjective(const WantedWord& wanted, std::string_view word) const {
  if (wanted.in_capitals) return word == wanted.text;
  const std::string lowered = lower(word);
  if (!lowered.starts_with(wanted.text)) return false;
  const std::string_view ending = std::string_view(lowered).substr(wanted.text.size());
  return ending.empty() || (language_ == Language::da && (ending == "e" || ending == "t"));
}

}  // namespace kanon
