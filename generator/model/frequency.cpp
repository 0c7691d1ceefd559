#include "model/frequency.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace kanon {
namespace {

/// A unit of calendar time: its letter in ISO 8601, how the language says every one and every n of them.
struct Unit {
  char letter;
  Message one, many;
};

const std::vector<Unit>& units() {
  static const std::vector<Unit> all{{'Y', {"hvert år", "every year"}, {"hvert {}. år", "every {} years"}},
                                     {'M', {"hver måned", "every month"}, {"hver {}. måned", "every {} months"}},
                                     {'W', {"hver uge", "every week"}, {"hver {}. uge", "every {} weeks"}},
                                     {'D', {"hver dag", "every day"}, {"hver {}. dag", "every {} days"}}};
  return all;
}

const Message& once_words() {
  static const Message words{"én gang", "once"};
  return words;
}

std::optional<int> count_of(std::string_view digits) {
  int count = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, count);
  if (error != std::errc{} || stopped != end || count < 1 || count > 1000) return std::nullopt;
  return count;
}

/// What stands at the `{}` of a pattern; nothing where the text is another.
std::optional<int> count_in(std::string_view text, std::string_view pattern) {
  const std::size_t gap = pattern.find("{}");
  const std::string_view before = pattern.substr(0, gap), after = pattern.substr(gap + 2);
  if (text.size() <= before.size() + after.size() || !text.starts_with(before) || !text.ends_with(after)) {
    return std::nullopt;
  }
  return count_of(text.substr(before.size(), text.size() - before.size() - after.size()));
}

}  // namespace

std::optional<Frequency> frequency(std::string_view duration) {
  const auto parsed = Duration::parse(duration);
  if (!parsed || (parsed->months != 0 && parsed->days != 0)) return std::nullopt;
  const bool in_months = parsed->days == 0;
  const int span = in_months ? parsed->months : parsed->days;
  const int larger = in_months ? 12 : 7;
  if (span < 1) return std::nullopt;
  if (span % larger == 0) return Frequency{span / larger, in_months ? 'Y' : 'W'};
  return Frequency{span, in_months ? 'M' : 'D'};
}

Message frequency_words(std::string_view text) {
  if (text == "once") return once_words();
  if (const auto every = frequency(text)) {
    const auto unit = std::ranges::find(units(), every->unit, &Unit::letter);
    if (every->count == 1) return unit->one;
    const std::string count = std::to_string(every->count);
    return {replace_all(unit->many.da, "{}", count), replace_all(unit->many.en, "{}", count)};
  }
  return {std::string(text), std::string(text)};
}

std::optional<std::string> frequency_of(std::string_view words) {
  const std::string_view written = trim(words);
  if (written == "once" || Duration::parse(written)) return std::string(written);
  const std::string lower = replace_all(replace_all(lower_ascii(written), "É", "é"), "Å", "å");
  if (lower == once_words().da || lower == "en gang") return "once";
  for (const Unit& unit : units()) {
    for (const Language language : {Language::da, Language::en}) {
      if (lower == unit.one.in(language)) return fmt::format("P1{}", unit.letter);
      if (const auto count = count_in(lower, unit.many.in(language))) return fmt::format("P{}{}", *count, unit.letter);
    }
  }
  const std::initializer_list<std::pair<std::string_view, std::string_view>> others{
      {"dagligt", "P1D"},       {"ugentligt", "P1W"},  {"månedligt", "P1M"}, {"kvartalsvis", "P3M"},
      {"hvert kvartal", "P3M"}, {"halvårligt", "P6M"}, {"årligt", "P1Y"},    {"daily", "P1D"},
      {"weekly", "P1W"},        {"monthly", "P1M"},    {"quarterly", "P3M"}, {"annually", "P1Y"},
      {"yearly", "P1Y"}};
  for (const auto& [word, duration] : others) {
    if (lower == word) return std::string(duration);
  }
  return std::nullopt;
}

}  // namespace kanon
