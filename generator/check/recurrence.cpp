#include "check/recurrence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kanon {
namespace {

struct Unit {
  std::string_view word;
  std::string_view duration;
};

/// After «hver», «hvert».
constexpr auto kUnits = std::to_array<Unit>(
    {{"minut", ""},          {"time", ""},       {"dag", "P1D"},     {"døgn", "P1D"},   {"nat", "P1D"},
     {"hverdag", ""},        {"arbejdsdag", ""}, {"morgen", "P1D"},  {"aften", "P1D"},  {"uge", "P1W"},
     {"måned", "P1M"},       {"kvartal", "P3M"}, {"halvår", "P6M"},  {"år", "P1Y"},     {"kalenderår", "P1Y"},
     {"regnskabsår", "P1Y"}, {"mandag", "P1W"},  {"tirsdag", "P1W"}, {"onsdag", "P1W"}, {"torsdag", "P1W"},
     {"fredag", "P1W"},      {"lørdag", "P1W"},  {"søndag", "P1W"}});
/// Beginnings of adjectives: daglig, dagligt, daglige.
constexpr auto kAdjectives = std::to_array<Unit>({{"daglig", "P1D"},
                                                  {"ugentlig", "P1W"},
                                                  {"månedlig", "P1M"},
                                                  {"kvartalsvis", "P3M"},
                                                  {"kvartårlig", "P3M"},
                                                  {"halvårlig", "P6M"},
                                                  {"årlig", "P1Y"}});
/// Nouns that such an adjective only describes: «den daglige drift», «2 % af den årlige omsætning».
constexpr auto kDescribed =
    std::to_array<std::string_view>({"drift", "ledelse", "leder", "dialog", "arbejde", "kontakt", "omsætning",
                                     "vederlag", "kontraktsum", "betaling", "brug", "anvendelse"});
constexpr auto kOrdinals = std::to_array<std::string_view>(
    {"anden", "andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "tolvte"});

/// What is done over and over again by its nature.
constexpr auto kRecurringVerbs = std::to_array<std::string_view>(
    {"teste", "afprøve", "efterprøve", "gennemgå", "revurdere", "scanne", "skanne", "auditere", "evaluere", "øve",
     "opdatere", "ajourføre", "rapportere", "penetrationsteste"});
/// What a verb without much meaning of its own is done over and over again with.
struct Activity {
  std::array<std::string_view, 6> verbs;
  std::array<std::string_view, 13> nouns;
};
constexpr auto kActivities = std::to_array<Activity>({
    {{"gennemføre", "udføre", "foretage", "afholde", "holde", "lave"},
     {"test", "afprøvning", "øvelse", "gennemgang", "revision", "audit", "scanning", "skanning", "risikovurdering",
      "evaluering", "træning", "undervisning", "tilsyn"}},
    {{"foretage", "udføre", "gennemføre", "tage", "lave"}, {"backup", "sikkerhedskopi", "sikkerhedskopiering"}},
    {{"afholde", "holde", "deltage", "indkalde"}, {"statusmøde", "driftsmøde", "opfølgningsmøde", "sikkerhedsmøde"}},
    {{"føre"}, {"tilsyn"}},
    {{"levere", "sende", "fremsende", "udarbejde", "aflevere", "fremlægge"},
     {"rapport", "driftsrapport", "statusrapport", "revisionserklæring", "revisionsrapport", "afrapportering"}},
});
/// What is reported when it happens.
constexpr auto kEvents = std::to_array<std::string_view>(
    {"hændelse", "brud", "sårbarhed", "fejl", "afvigelse", "nedbrud", "angreb", "mistanke"});
/// An event or a deadline sets it off, and says when.
constexpr auto kOccasions =
    std::to_array<std::string_view>({"inden", "senest", "før", "forud", "efter", "når", "hvis", "såfremt", "ved",
                                     "forbindelse", "anmodning", "hver", "hvert", "indtil", "gang"});

constexpr std::size_t kFarthestNoun = 8;

/// The unit that a word is, also in its definite form: «året».
const Unit* unit_of(std::string_view word) {
  const auto* const found = std::ranges::find_if(kUnits, [&](const Unit& unit) {
    constexpr std::array<std::string_view, 5> endings{"", "n", "en", "et", "ten"};
    return word.starts_with(unit.word) && is_one_of(word.substr(unit.word.size()), endings);
  });
  return found == kUnits.end() ? nullptr : found;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// «hver måned», «hvert andet år», «hver 3. måned».
std::optional<Recurrence> every_at(const std::vector<Word>& words, std::size_t at) {
  if ((words[at].lower != "hver" && words[at].lower != "hvert") || at + 1 == words.size()) return std::nullopt;
  const std::string& next = words[at + 1].lower;
  const bool counted = at + 2 < words.size() && (is_one_of(next, kOrdinals) || is_number(next));
  const std::size_t last = at + (counted ? 2 : 1);
  const Unit* unit = unit_of(words[last].lower);
  if (unit == nullptr) return std::nullopt;
  return Recurrence{{words[at].range.begin, words[last].range.end}, true, std::string(counted ? "" : unit->duration)};
}

/// «én gang om året», «to gange om måneden».
std::optional<Recurrence> times_at(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::string_view, 4> prepositions{"om", "i", "pr", "per"};
  constexpr std::array<std::string_view, 3> once{"en", "én", "1"};
  if (words[at].lower != "gang" && words[at].lower != "gange") return std::nullopt;
  if (at + 2 >= words.size() || !is_one_of(words[at + 1].lower, prepositions)) return std::nullopt;
  const Unit* unit = unit_of(words[at + 2].lower);
  if (unit == nullptr) return std::nullopt;
  const bool is_once = at > 0 && is_one_of(words[at - 1].lower, once);
  return Recurrence{{words[at > 0 ? at - 1 : at].range.begin, words[at + 2].range.end},
                    true,
                    std::string(is_once ? unit->duration : "")};
}

}  // namespace

std::optional<Recurrence> Recurrences::find(const std::vector<Word>& words) {
  auto found = said(words);
  return found ? found : meant(words);
}

std::optional<Recurrence> Recurrences::said(const std::vector<Word>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto found = adjective_at(words, at)) return found;
    if (auto found = every_at(words, at)) return found;
    if (auto found = times_at(words, at)) return found;
  }
  return std::nullopt;
}

std::optional<Recurrence> Recurrences::adjective_at(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::string_view, 3> endings{"", "t", "e"};
  const std::string_view word = words[at].lower;
  const auto* const adjective = std::ranges::find_if(kAdjectives, [&](const Unit& one) {
    return word.starts_with(one.word) && is_one_of(word.substr(one.word.size()), endings);
  });
  if (adjective == kAdjectives.end()) return std::nullopt;
  const bool describes = at + 1 < words.size() && std::ranges::any_of(kDescribed, [&](std::string_view noun) {
                           return stems_.is_noun(words[at + 1].lower, std::string(noun));
                         });
  if (describes) return std::nullopt;
  return Recurrence{words[at].range, true, std::string(adjective->duration)};
}

std::optional<Recurrence> Recurrences::meant(const std::vector<Word>& words) {
  if (words.size() < 3 || words[1].lower != "skal") return std::nullopt;
  for (const Word& word : words)
    if (is_one_of(word.lower, kOccasions)) return std::nullopt;
  const std::string& verb = words[2].lower;
  const auto holds = [&](const auto& nouns, std::size_t at) {
    return std::ranges::any_of(nouns, [&](std::string_view noun) {
      return !noun.empty() && stems_.is_noun(words[at].lower, std::string(noun));
    });
  };
  const std::size_t end = std::min(words.size(), 3 + kFarthestNoun);
  if (is_one_of(verb, kRecurringVerbs)) {
    for (std::size_t i = 3; i < words.size(); ++i)
      if (verb == "rapportere" && holds(kEvents, i)) return std::nullopt;
    return Recurrence{words[2].range, false, {}};
  }
  for (const Activity& activity : kActivities) {
    if (!is_one_of(verb, activity.verbs)) continue;
    for (std::size_t i = 3; i < end; ++i)
      if (holds(activity.nouns, i)) return Recurrence{{words[2].range.begin, words[i].range.end}, false, {}};
  }
  return std::nullopt;
}

}  // namespace kanon
